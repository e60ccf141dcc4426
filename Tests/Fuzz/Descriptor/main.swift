import CFuzz
import Glibc
import WindowsSecurity

/// Feeds the readers of SDDL, binary descriptors, SIDs and conditions; what they accept must print and read as itself.
func feed(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let descriptor = try? SecurityDescriptor(sddl: text) {
        let printed = descriptor.sddl()
        let again = try? SecurityDescriptor(sddl: printed)
        precondition(again?.sddl() == printed)
        if let binary = descriptor.binaryRepresentation {
            precondition((try? SecurityDescriptor(binary: binary))?.binaryRepresentation == binary)
        }
    }
    if let sid = try? SID(parsing: text) { precondition(SID(sid.description) == sid) }
    if let descriptor = try? SecurityDescriptor(binary: bytes) {
        _ = descriptor.sddl()
        if let binary = descriptor.binaryRepresentation {
            precondition((try? SecurityDescriptor(binary: binary))?.binaryRepresentation == binary)
        }
        let token = AccessToken(user: .everyone, groups: [TokenGroup(.users)])
        let request = AccessRequest(.genericRead, mapping: ObjectType.file.mapping)
        let (decision, _) = AccessCheck.explain(descriptor, token: token, request: request)
        precondition(decision == AccessCheck.decide(descriptor, token: token, request: request))
    }
    if let condition = ConditionalExpression(binary: Array("artx".utf8) + bytes) {
        _ = condition.description
        _ = condition.evaluate(token: AccessToken(user: .everyone), descriptor: SecurityDescriptor())
        precondition(ConditionalExpression(binary: condition.binaryRepresentation) == condition)
    }
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        feed([UInt8](UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
