"""Other tools on the same stories, each for the part of our work that it does too; in an environment of their own, `.venv-peers`."""
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ENVIRONMENT = Path(__file__).parents[2] / ".venv-peers"
PACKAGES = ("dateparser", "quantulum3", "recognizers-text-number", "emoji<2", "spacy")
PEERS = {
    "quantulum3": "from quantulum3 import parser\ndef read(text): return parser.parse(text)",
    "dateparser.search": "from dateparser.search import search_dates\ndef read(text): return search_dates(text[:400], languages=['en'])",
    "Recognizers-Text numbers": "from recognizers_number import NumberRecognizer\nmodel = NumberRecognizer('en-us').get_number_model()\ndef read(text): return model.parse(text)",
    "spaCy blank tokenizer": "import spacy\nread = spacy.blank('en')",
}
CODE = """
import json, sys, time
texts = json.load(sys.stdin)
{peer}
read(texts[0])
before = time.process_time()
for text in texts:
    read(text)
print('SECONDS', time.process_time() - before)
"""


def compare(texts: list[str]) -> None:
    """Print how many times longer each takes than we do for all three extractors together; one that cannot be had is named."""
    from conflictparse import parse

    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=False)
    times = []
    for _ in range(3):
        before = time.process_time()
        for text in texts:
            parse(text)
        times.append(time.process_time() - before)
    for name, peer in PEERS.items():
        done = subprocess.run([str(python), "-c", CODE.format(peer=peer)], input=json.dumps(texts), capture_output=True, text=True)
        seconds = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("SECONDS")]
        slower = f"{float(seconds[0]) / statistics.median(times):8.1f} ×" if seconds else "  " + (done.stderr.strip().splitlines() or ["nothing"])[-1]
        print(f"  {name:28}{slower}")
