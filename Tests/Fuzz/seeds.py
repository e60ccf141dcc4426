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

# The machine: its files, the calls of one and some more, and frames of the runner's pipe.
for name in glob.glob("Fixtures/machines/*.json"):
    write("machine", open(name, "rb").read())
lines = [line.strip().rstrip(",") for line in open("Fixtures/machines/bare.json") if line.startswith('{"') and "format\"" not in line]
lines += [
    '{"open":[{"path":"C:\\\\a","access":1073741824,"sharing":7,"disposition":2,"options":0},4]}',
    '{"write":["MZ x",4,4]},{"markForDeletion":[4,4]},{"close":[4,4]},{"read":[4,4]}',
    '{"createProcess":[{"image":"cmd.exe","commandLine":"cmd /c dir","isCarriedOut":true,"loadsProfile":false},4]}',
    '{"createProcessWithLogon":[{"image":"cmd.exe","commandLine":"x","isCarriedOut":false,"loadsProfile":true},"a","b",4]}',
    '{"runLine":["echo x> C:\\\\x & type C:\\\\x | sort && timeout /t 2 || dir /s C:\\\\","in",true,4]}',
    '{"runLine":["for set icacls C:\\\\ /grant Users:R & net user a b /add & ping 127.0.0.1","",false,4]}',
    '{"edit":["C:\\\\",[{"mode":"deny","trustee":"S-1-1-0","mask":2,"inheritance":3}],false,4]}',
    '{"setList":["C:\\\\a","D:P(A;OICI;FA;;;WD)",true,4]},{"setOwner":["S-1-1-0","C:\\\\a",4]}',
    '{"makeLink":["C:\\\\l",{"junction":["C:\\\\"]},true,4]},{"makeHardLink":["C:\\\\a","C:\\\\b",4]}',
    '{"rename":["C:\\\\a","C:\\\\A",true,4]},{"setLabel":[4096,"C:\\\\a",4]},{"setAttributes":[1,"C:\\\\a",4]}',
    '{"createKey":["HKLM\\\\SOFTWARE\\\\A",4]},{"setValue":[{"name":"v","content":{"number":[1]}},"HKLM\\\\SOFTWARE\\\\A",4]}',
    '{"createPipe":["p",null,4]},{"connectPipe":["p",3221225472,4]},{"writePipe":["x","p",4]},{"readPipe":["p",4]}',
    '{"createStream":[4]},{"writeStream":["x",1,4]},{"readStream":[1,9,4]},{"closeStream":["reading",1,4]}',
    '{"createJob":[8192,4]},{"terminateJob":[1,1,4]},{"terminate":[8,1,4]},{"passTime":[1000]}',
    '{"connect":["127.0.0.1",80,6,4]},{"listen":[80,6,4]},{"addHost":[{"name":"a","addresses":["::1"],"ports":[80]}]}',
    '{"addFirewallRule":[{"name":"r","title":"","direction":"outbound","action":"block","isEnabled":true,"profiles":7,'
    '"remoteAddresses":"*","remotePorts":"1-79"},4]}',
    '{"protect":["x",0,4]},{"unprotect":["x",4]},{"drawRandom":[8,4]},{"answerConsent":[{"approve":{}}]}',
    '{"addShare":["S","C:\\\\",null,4]},{"list":["\\\\\\\\localhost\\\\S",4]},{"setService":["Dnscache",false,4]}',
]
for line in lines:
    write("calls", line.encode())
for name in re.findall(r"case (\w+)\(", open("Platforms/SimulatedWindows/Machine/MachineCall.swift").read()):
    write("calls", ('{"%s":["a",4]}' % name).encode())


def frame(kind, payload, version=6):
    body = json.dumps({"version": version, "type": kind, "payload": payload}, separators=(",", ":")).encode()
    return len(body).to_bytes(4, "little") + body


conversation = [
    frame("spawn_ready", {"process_id": 300}), frame("output", {"data_b64": "eA==", "stream": "stdout"}),
    frame("stdin", {"data_b64": "AA=="}), frame("close_stdin", {}), frame("terminate", {}),
    frame("resize", {"rows": 24, "cols": 80}), frame("exit", {"exit_code": 0, "timed_out": False}),
    frame("error", {"message": "no", "stage": "spawn_child", "windows_error_code": 5}), frame("terminate", {}, 5),
]
for message in conversation:
    write("frames", message)
write("frames", b"".join(conversation[:5]))
