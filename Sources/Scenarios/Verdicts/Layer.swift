/// A layer that decides, by its name in scenario files.
public struct Layer: RawRepresentable, Hashable, Sendable, Codable {
    /// The name.
    public let rawValue: String

    /// Makes a layer of a name; ``named(_:on:)`` knows which there are.
    ///
    /// - Parameter rawValue: the name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The layer of a name.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - system: where it decides.
    /// - Returns: the layer, or nothing when the system has none of that name.
    public static func named(_ name: String, on system: OperatingSystem) -> Layer? {
        layers(on: system).first { $0.rawValue == name }
    }

    /// The layers of a system.
    ///
    /// - Parameter system: the system.
    /// - Returns: its layers, in the order in which reports list them.
    public static func layers(on system: OperatingSystem) -> [Layer] {
        system == .linux ? LinuxAnswers.layers : WindowsLayer.all
    }
}

extension Layer: CustomStringConvertible {
    /// The name.
    public var description: String { rawValue }
}
