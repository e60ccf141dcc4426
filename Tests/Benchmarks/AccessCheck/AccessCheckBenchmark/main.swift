import CSamba
import WindowsSecurity

let turns = 200_000
let hasSamba = samba_load()
print("access checks, nanoseconds each; the same descriptors and tokens")
print(
    column("case", 34) + column("silent", 10) + column("recorded", 10) + column("samba", 10)
        + "samba/silent  allocations")
var isFastEnough = true
var total = 0
for benchmark in Case.all {
    let descriptor = try SecurityDescriptor(sddl: benchmark.sddl)
    let request = AccessRequest(benchmark.desired, mapping: ObjectType.file.mapping)
    let before = allocation_count()
    let silent = nanoseconds(turns: turns) {
        for _ in 0..<turns {
            total += AccessCheck.decide(descriptor, token: Case.token, request: request).isGranted ? 1 : 0
        }
    }
    let allocations = allocation_count() - before
    let recorded = nanoseconds(turns: turns / 10) {
        for _ in 0..<turns / 10 {
            total += AccessCheck.explain(descriptor, token: Case.token, request: request).derivation.steps.count
        }
    }
    var samba = "-"
    var ratio = "-"
    if hasSamba, let other = samba_descriptor(benchmark.sddl),
        let token = Case.binaryToken.withUnsafeBufferPointer({ bytes in
            bytes.baseAddress.flatMap { samba_token($0, Case.sids.count) }
        })
    {
        let time = nanoseconds(turns: turns) {
            total += samba_access_checks(other, token, benchmark.desired.rawValue, turns)
        }
        samba = short(time)
        ratio = short(time / silent)
        isFastEnough = isFastEnough && time >= silent
    }
    print(
        column(benchmark.name, 34) + column(short(silent), 10) + column(short(recorded), 10) + column(samba, 10)
            + column(ratio, 14) + "\(allocations)")
    isFastEnough = isFastEnough && allocations < 100
}

print("\nSDDL parse and print, microseconds each")
for benchmark in Case.all {
    let own = nanoseconds(turns: 5_000) {
        for _ in 0..<5_000 {
            total += (try? SecurityDescriptor(sddl: benchmark.sddl))?.sddl().utf8.count ?? 0
        }
    }
    var samba = "-"
    if hasSamba {
        samba = short(
            nanoseconds(turns: 5_000) { total += samba_sddl_round_trips(benchmark.sddl, 5_000) } / 1_000)
    }
    print(column(benchmark.name, 34) + column(short(own / 1_000), 10) + "samba's C library \(samba)")
}

let large = (try SecurityDescriptor(sddl: Case.all[3].sddl)).binaryRepresentation ?? []
let parse = nanoseconds(turns: 20_000) {
    for _ in 0..<20_000 { total += (try? SecurityDescriptor(binary: large))?.dacl.list?.entries.count ?? 0 }
}
print("\nbinary parse: \(large.count) bytes in \(short(parse)) ns, \(short(Double(large.count) / parse * 1_000)) MB/s")
if !hasSamba { print("samba-libs is not installed: nothing to compare with") }
precondition(total > 0)
if !isFastEnough { print("TOO SLOW: slower than Samba, or the silent check allocates") }
