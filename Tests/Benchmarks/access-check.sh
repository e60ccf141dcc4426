#!/bin/bash
# The access check, SDDL and the binary form, beside Samba's library where it is installed (samba-libs).
set -euo pipefail
cd "$(dirname "$0")/AccessCheck"
"${SWIFT:-swift}" build -c release
.build/release/access-check-benchmark
python=/usr/bin/python3
if "$python" -c 'import samba' 2>/dev/null; then
    "$python" - <<'PYTHON'
import time
from samba.dcerpc import security
sddl = ("O:SYG:SYD:P(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)"
        "(A;;0x1200a9;;;BA)(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;S-1-15-2-1)(A;;0x1200a9;;;S-1-15-2-2)")
domain = security.dom_sid("S-1-5-21-1-2-3")
best = 1e9
for _ in range(5):
    start = time.perf_counter()
    for _ in range(2000):
        security.descriptor.from_sddl(sddl, domain).as_sddl(domain)
    best = min(best, (time.perf_counter() - start) / 2000)
print("python-samba, system file: %.1f microseconds" % (best * 1e6))
PYTHON
fi
