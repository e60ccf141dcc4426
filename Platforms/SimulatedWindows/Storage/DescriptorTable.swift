internal import WindowsSecurity

/// Every security descriptor that objects have, each stored once; Windows: `$Secure`.
///
/// A machine with a million files has a few hundred different descriptors, so an object keeps a number of four bytes.
struct DescriptorTable: Equatable, Sendable {
    private var descriptors = PersistentArray<SecurityDescriptor>()
    private var numbers: [SecurityDescriptor: UInt32] = [:]

    /// The descriptor with a number.
    subscript(_ number: UInt32) -> SecurityDescriptor {
        @inline(__always) get { descriptors[Int(number)] }
    }

    /// The number of a descriptor; it is stored when it is new.
    ///
    /// - Parameter descriptor: any descriptor.
    /// - Returns: its number.
    mutating func intern(_ descriptor: SecurityDescriptor) -> UInt32 {
        if let number = numbers[descriptor] { return number }
        let number = UInt32(truncatingIfNeeded: descriptors.count)
        descriptors.append(descriptor)
        numbers[descriptor] = number
        return number
    }

    /// The number of different descriptors.
    var count: Int { descriptors.count }
}
