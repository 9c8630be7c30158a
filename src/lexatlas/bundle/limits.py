"""How much a bundle may hold: counted before anything of it is unpacked or parsed."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Numbers of files and sizes in bytes; a bundle over any of them is neither written nor read."""

    files: int = 5_000
    file_bytes: int = 256 * MIB
    total_bytes: int = 1024 * MIB
    json_bytes: int = 16 * MIB


DEFAULT = Limits()


def over(sizes: dict[str, int], limits: Limits) -> list[str]:
    """Return a sentence for each limit that files of these sizes break; empty when none is broken."""
    faults = []
    if len(sizes) > limits.files:
        faults.append(f"It holds {len(sizes)} files, more than the {limits.files} that a bundle may hold.")
    if sum(sizes.values()) > limits.total_bytes:
        faults.append(f"It holds more than {limits.total_bytes} bytes, the most that a bundle may hold.")
    large = [name for name, size in sorted(sizes.items()) if size > limits.file_bytes]
    faults += [
        f"{name} is larger than {limits.file_bytes} bytes, the most that one file may hold."
        for name in large[:3]
    ]
    return faults
