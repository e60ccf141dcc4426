/// The version of this package, which each of its programs gives with `--version`.
public enum PackageVersion {
    /// The version; Semantic Versioning 2.0.0.
    public static let current = "0.1.0"
}
