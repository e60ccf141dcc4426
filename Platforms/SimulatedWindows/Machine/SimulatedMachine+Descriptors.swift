internal import WindowsSecurity

extension SimulatedMachine {
    /// The descriptor of an object that a process makes.
    ///
    /// A token below medium marks what it makes with its own level.
    func newDescriptor(
        in parent: SecurityDescriptor?, creator: SecurityDescriptor?, isContainer: Bool, mapping: GenericMapping,
        token: AccessToken, call: String, subject: String
    ) throws(CallError) -> SecurityDescriptor {
        let creation = DescriptorCreation(
            parent: parent, creator: creator, isContainer: isContainer,
            flags: parent == nil ? [] : [.daclAutoInherit, .saclAutoInherit], mapping: mapping)
        do throws(CreationError) {
            var descriptor = try SecurityDescriptor(creating: creation, by: token, questions: questions)
            if token.integrityLevel < .medium, descriptor.mandatoryLabel == nil {
                descriptor.sacl = .list([Self.label(token.integrityLevel)])
            }
            return descriptor
        } catch {
            switch error.code {
            case .invalidOwner: throw CallError(.invalidOwner, call, subject)
            case .invalidPrimaryGroup: throw CallError(.invalidParameter, call, subject)
            case .privilegeNotHeld: throw CallError(.privilegeNotHeld, call, subject)
            }
        }
    }

    /// An entry that says how far an object is trusted, and that lower ones may not write.
    static func label(
        _ level: IntegrityLevel, policy: LabelPolicy = .noWriteUp, flags: EntryFlags = []
    ) -> ACE {
        ACE(.mandatoryLabel, flags: flags, mask: AccessMask(rawValue: policy.rawValue), trustee: level.sid)
    }
}
