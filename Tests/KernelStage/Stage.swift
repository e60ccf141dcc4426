/// A private set of namespaces in which a test may install, run and break things.
public enum Stage {
    /// What the machine must offer.
    public static let requirement = "root"
}
