"""A terminal for tests: what a user would see."""
import os
import pty
import subprocess
import sys


def on_a_terminal(*arguments, cwd, columns: int = 100) -> tuple[int, str]:
    """Run the command with a terminal for everything; its exit code and what is seen."""
    pid, terminal = pty.fork()
    if not pid:
        os.chdir(cwd)
        os.environ.update(COLUMNS=str(columns), TERM="xterm")
        os.execv(sys.executable, [sys.executable, "-m", "conflictparse", *arguments])
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen.decode()


def with_errors_on_a_terminal(*arguments, cwd, meanwhile=lambda: None) -> tuple[int, bytes, str]:
    """Run the command with a terminal for standard error alone; exit code, output, and what is seen. `meanwhile` is done while it runs."""
    terminal, end = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "conflictparse", *arguments], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=end,
                               env={**os.environ, "TERM": "xterm"})
    os.close(end)
    meanwhile()
    out, seen = process.communicate(timeout=60)[0], b""
    try:
        while piece := os.read(terminal, 65536):
            seen += piece
    except OSError:
        pass
    os.close(terminal)
    return process.returncode, out, seen.decode()
