extension ACL {
    /// Whether explicit entries come before inherited ones, and among them denying ones before allowing ones.
    ///
    /// The generations of inherited entries cannot be told apart, so their order is not checked. The access check asks
    /// for no order at all. Windows: order of ACEs in a DACL.
    public var isCanonical: Bool {
        var sawInherited = false
        var sawAllow = false
        for entry in entries {
            if entry.isInherited {
                sawInherited = true
                continue
            }
            if sawInherited || entry.type.isDeny && sawAllow { return false }
            if entry.type.isAllow { sawAllow = true }
        }
        return true
    }
}
