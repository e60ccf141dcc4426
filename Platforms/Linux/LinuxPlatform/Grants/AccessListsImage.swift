/// The lists of one entry before a grant, where taking the grant's entries out again would not restore them.
///
/// That is so where a mask was narrower or wider than its entries needed, and where a default list existed without names.
public struct AccessListsImage: Hashable, Sendable {
    /// The absolute path, as bytes: names below a root need not be UTF-8.
    public let path: [UInt8]
    /// The lists before the grant.
    public let before: AccessLists
    /// The lists after the grant; an entry that shows others meanwhile is not restored from the image.
    public let after: AccessLists

    /// Makes an image.
    ///
    /// - Parameters:
    ///   - path: the absolute path.
    ///   - before: the lists before the grant.
    ///   - after: the lists after the grant.
    public init(path: [UInt8], before: AccessLists, after: AccessLists) {
        self.path = path
        self.before = before
        self.after = after
    }
}
