"""The way in, for `python -m conflictparse` and for the installed command."""
import gc
import signal

UNHURRIED = 100_000  # objects; the usual 700 has the collector look a hundred times at modules that stay: a tenth of the time of one story


def main() -> None:
    """Run the command; at the end nothing is collected that the end of the process frees anyway.

    Ctrl-C ends it as it ends any program, without a traceback; while it writes, `stop.Stop` hears it.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(UNHURRIED)
    from .cli import main as command

    try:
        command()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
