"""The door for people."""
import sys


def main() -> None:
    """Temporary door."""
    from datetime import date

    from .api import iter_reports
    from .outputs import writer

    args = sys.argv[1:]
    reference = None
    if "--reference-date" in args:
        at = args.index("--reference-date")
        reference = date.fromisoformat(args[at + 1])
        del args[at : at + 2]
    args = [a for a in args if a not in ("--format", "jsonl", "-j")]
    explain = "--explain" in args
    args = [a for a in args if a != "--explain"]
    lost = []
    writer("jsonl")(iter_reports(args, reference=reference, lost=lost.append), sys.stdout, explain=explain)
    for error in lost:
        print("conflictparse:", error, file=sys.stderr)
    raise SystemExit(1 if lost else 0)
