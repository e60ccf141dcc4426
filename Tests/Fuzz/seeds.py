"""Writes seeds for the fuzzed parsers out of the vectors: seeds.py FOLDER, with one folder for each parser."""
import glob
import json
import os
import re
import sys

target = sys.argv[1]
counts = {}


def write(parser, data, every=1):
    """Keeps one of so many, by how many came before."""
    number = counts[parser] = counts.get(parser, 0) + 1
    if number % every or len(data) > 600:
        return
    folder = os.path.join(target, parser)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, str(number)), "wb") as file:
        file.write(data)


families = [
    "access_check", "file_open_check", "ntfs_op", "token_filter", "inheritance", "inheritance_flags", "set_entries",
    "set_security_info", "sddl_bytes", "sddl_roundtrip", "sddl_parse", "sddl_invalid", "sddl_accept", "sid_string",
    "sid_alias", "sid_name", "well_known_sid", "derive_sid", "constants", "generic_mapping", "map_generic",
    "default_sd", "firewall_match",
]
for name in sorted(glob.glob("Fixtures/vectors/*.jsonl")):
    family = os.path.basename(name).split(".")[0]
    for line in open(name):
        row = json.loads(line)
        text = row["input"].get("sddl") or row["input"].get("text")
        if text and family.startswith("sddl"):
            write("sddl", text.encode(), 8)
            for condition in re.findall(r"\(X[AD][^()]*;(\([^S]*\))\)", text):
                write("condition", condition.encode())
            for attribute in re.findall(r"\(RA[^()]*;(\(\"[^()]*\))\)", text):
                write("attribute", attribute.encode())
        if family in ("sid_string", "sid_alias"):
            write("sid", (text or row["input"].get("alias", "")).encode())
        bytes_ = bytes.fromhex(row["expect"].get("sd_hex", ""))
        if len(bytes_) > 20:
            write("descriptor-binary", bytes_, 8)
            start = int.from_bytes(bytes_[16:20], "little")
            if start:
                end = start + int.from_bytes(bytes_[start + 2:start + 4], "little")
                write("list-binary", bytes_[start:end], 8)
                if end + 12 < len(bytes_):
                    write("sid-binary", bytes_[end:end + 8 + 4 * bytes_[end + 1]], 8)
            at = bytes_.find(b"artx")
            if at > 0:
                size = int.from_bytes(bytes_[at - 10:at - 8], "little")
                write("condition-binary", bytes_[at + 4:])
        question = json.dumps({"id": "a", "input": row["input"]}, separators=(",", ":")).encode()
        write("json", question, 64)
        write("model", bytes([families.index(family)]) + question, 16)
        if family == "access_check":
            token = json.dumps(row["input"]["token"], separators=(",", ":")).encode()
            write("why", row["input"]["sd"].encode() + b"\0" + token, 8)
