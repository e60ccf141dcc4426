internal import JSON
public import WindowsSecurity

/// May this token do that with an object of this descriptor, and why; the question of `sallyport why`.
public struct WhyQuestion: Sendable {
    /// The object's descriptor.
    public let descriptor: SecurityDescriptor
    /// Who asks.
    public let token: AccessToken
    /// The type of the object, for the names of its rights.
    public let type: ObjectType
    /// What is asked for.
    public let request: AccessRequest

    /// Makes a question of its parts.
    ///
    /// - Parameters:
    ///   - descriptor: the object's descriptor.
    ///   - token: who asks.
    ///   - type: the type of the object.
    ///   - request: what is asked for.
    public init(descriptor: SecurityDescriptor, token: AccessToken, type: ObjectType, request: AccessRequest) {
        self.descriptor = descriptor
        self.token = token
        self.type = type
        self.request = request
    }

    /// Makes a question of the words of a command line.
    ///
    /// - Parameters:
    ///   - sddl: the descriptor; a missing owner or group is taken to be the system.
    ///   - token: the token as JSON, in the form of the vector files.
    ///   - access: rights, joined with commas or bars: names such as `FILE_ADD_FILE`, SDDL codes such as `FRFW`, or
    ///     numbers such as `0x10000`.
    ///   - type: the kernel's name of the type, for example `File`.
    ///   - principalSelf: the SID that `S-1-5-10` stands for.
    /// - Throws: ``ModelInputError`` for the argument that cannot be read.
    public init(
        sddl: String, token: String, access: String, type: String = "File", principalSelf: String? = nil
    ) throws(ModelInputError) {
        guard let objectType = ObjectType.named(type) else {
            throw ModelInputError.unusable("--type", "no object type is called \(type)")
        }
        self.type = objectType
        do throws(ParseError) {
            var descriptor = try SecurityDescriptor(sddl: sddl)
            if descriptor.owner == nil { descriptor.owner = .localSystem }
            if descriptor.group == nil { descriptor.group = .localSystem }
            self.descriptor = descriptor
        } catch {
            throw ModelInputError.unusable("--sddl", error.description)
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: token)
        } catch {
            throw ModelInputError.unusable("--token", error.description)
        }
        self.token = try ModelInput(json, path: "token").token()
        var mask: AccessMask = []
        guard access.contains(where: { !",| ".contains($0) }) else {
            throw ModelInputError.unusable("--access", "it names no right")
        }
        for word in access.split(whereSeparator: { $0 == "," || $0 == "|" || $0 == " " }) {
            mask.formUnion(try Self.rights(String(word), of: objectType))
        }
        var principal: SID?
        if let principalSelf {
            principal = try ModelInput(.string(principalSelf), path: "--self").sid()
        }
        request = AccessRequest(mask, mapping: objectType.mapping, principalSelf: principal)
    }

    private static func rights(_ word: String, of type: ObjectType) throws(ModelInputError) -> AccessMask {
        if let mask = WindowsConstant.rights(named: word.uppercased(), of: type) { return mask }
        do throws(ParseError) {
            return try AccessMask(sddl: word)
        } catch {
            throw ModelInputError.unusable("--access", "\(word) is no right of \(type.name)")
        }
    }
}
