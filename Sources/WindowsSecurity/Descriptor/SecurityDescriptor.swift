/// Who owns an object and who may do what with it.
///
/// Windows: `SECURITY_DESCRIPTOR`, MS-DTYP 2.4.6.
public struct SecurityDescriptor: Hashable, Sendable {
    /// One of the two lists: not there, there but NULL, or there.
    public enum List: Hashable, Sendable {
        /// The descriptor has no such list.
        case absent
        /// The descriptor says that there is a list and gives none; everybody may do everything. SDDL:
        /// `NO_ACCESS_CONTROL`.
        case null
        /// The list, possibly empty.
        case list(ACL)

        /// The list, when there is one.
        public var list: ACL? {
            if case .list(let list) = self { list } else { nil }
        }

        /// Whether the descriptor says that there is such a list.
        public var isPresent: Bool { self != .absent }
    }

    /// The owner.
    public var owner: SID?
    /// The primary group.
    public var group: SID?
    /// The discretionary list: who may do what.
    public var dacl: List
    /// The system list: audits, label, attributes.
    public var sacl: List
    /// The control flags, without those that follow from the parts (`…Present`, `selfRelative`).
    public var control: DescriptorControl
    /// A byte for the resource manager; Windows: `Sbz1`, valid with `SE_RM_CONTROL_VALID`.
    public var resourceManagerControl: UInt8 = 0

    /// Makes a descriptor.
    ///
    /// - Parameters:
    ///   - owner: the owner.
    ///   - group: the primary group.
    ///   - dacl: who may do what.
    ///   - sacl: audits, label, attributes.
    ///   - control: further flags.
    public init(
        owner: SID? = nil, group: SID? = nil, dacl: List = .absent, sacl: List = .absent,
        control: DescriptorControl = []
    ) {
        self.owner = owner
        self.group = group
        self.dacl = dacl
        self.sacl = sacl
        self.control = control.subtracting(.derived)
    }

    /// The control word as it stands in the self-relative form.
    public var controlWord: DescriptorControl {
        var word = control.subtracting(.derived).union(.selfRelative)
        if dacl.isPresent { word.insert(.daclPresent) }
        if sacl.isPresent { word.insert(.saclPresent) }
        return word
    }

    /// The first mandatory label of the system list that speaks about this object.
    public var mandatoryLabel: ACE? {
        guard case .list(let list) = sacl else { return nil }
        return list.entries.first { $0.type == .mandatoryLabel && !$0.isInheritOnly }
    }
}
