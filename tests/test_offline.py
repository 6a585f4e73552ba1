"""The whole main job with sockets blocked."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BLOCK = """
import socket, sys

def refuse(*arguments, **options):
    raise AssertionError("the network was used")

class Blocked(socket.socket):
    connect = connect_ex = sendto = bind = refuse

socket.socket = Blocked
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
from xlate.cli.app import main
sys.argv = ["xlate", *sys.argv[1:]]
main()
"""


def test_main_job_with_sockets_blocked(tmp_path: Path) -> None:
    sample = ROOT / "corpus" / "samples" / "border_crossing.html"
    arguments = [
        "translate",
        str(sample),
        "--to",
        "ru",
        "--to",
        "be",
        "--to",
        "uk",
        "-o",
        str(tmp_path),
        "--tmx",
        "--json",
    ]
    done = subprocess.run([sys.executable, "-c", BLOCK, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.iterdir())) == 3 * 4
