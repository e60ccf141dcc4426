public import JSON
internal import WindowsSecurity

/// A family of questions about the Windows authorization model, as the vector files name them.
///
/// `Fixtures/vectors/README.md` says what each one asks and how answers are compared.
public enum ModelFamily: String, CaseIterable, Sendable {
    /// Does an access check succeed, and which mask is granted?
    case accessCheck = "access_check"
    /// May a file be opened, with or without backup intent?
    case fileOpenCheck = "file_open_check"
    /// Does a file operation succeed, and with which error?
    case ntfsOperation = "ntfs_op"
    /// What does `CreateRestrictedToken` make of a token?
    case tokenFilter = "token_filter"
    /// Which DACL does a new object get?
    case inheritance
    /// Which control bits survive a raw set, and what does a child get?
    case inheritanceFlags = "inheritance_flags"
    /// What is the DACL after `SetEntriesInAcl`?
    case setEntries = "set_entries"
    /// What becomes of a child after `SetNamedSecurityInfo` on the parent?
    case setSecurityInfo = "set_security_info"
    /// The exact self-relative descriptor of SDDL text.
    case sddlBytes = "sddl_bytes"
    /// SDDL text parsed and printed again.
    case sddlRoundtrip = "sddl_roundtrip"
    /// The structure of SDDL text.
    case sddlParse = "sddl_parse"
    /// Is SDDL text refused?
    case sddlInvalid = "sddl_invalid"
    /// Is SDDL text accepted?
    case sddlAccept = "sddl_accept"
    /// What does the string form of a SID stand for?
    case sidString = "sid_string"
    /// What does a two-letter alias stand for?
    case sidAlias = "sid_alias"
    /// What is the account of a SID called?
    case sidName = "sid_name"
    /// Which SID has a number of `WELL_KNOWN_SID_TYPE`?
    case wellKnownSID = "well_known_sid"
    /// Which SID is derived from a name?
    case deriveSID = "derive_sid"
    /// What is the value of a constant?
    case constants
    /// What do the generic rights of a type stand for?
    case genericMapping = "generic_mapping"
    /// What does a mapping make of a mask?
    case mapGeneric = "map_generic"
    /// Which descriptor does an object have by default?
    case defaultDescriptor = "default_sd"
    /// Is a user condition of the firewall true for a token?
    case firewallMatch = "firewall_match"

    /// Answers one question.
    ///
    /// - Parameter input: the `input` object of a vector.
    /// - Returns: the `result` object, with every field that an expectation of the family may use.
    /// - Throws: ``ModelInputError`` when the input cannot be read.
    public func answer(_ input: JSONValue) throws(ModelInputError) -> JSONValue {
        let input = ModelInput(input)
        switch self {
        case .accessCheck: return try Self.answerAccessCheck(input)
        case .fileOpenCheck: return try Self.answerFileOpenCheck(input)
        case .ntfsOperation: return try Self.answerFileOperation(input)
        case .tokenFilter: return try Self.answerTokenFilter(input)
        case .inheritance: return try Self.answerInheritance(input)
        case .inheritanceFlags: return try Self.answerInheritanceFlags(input)
        case .setEntries: return try Self.answerSetEntries(input)
        case .setSecurityInfo: return try Self.answerSetSecurityInfo(input)
        case .sddlBytes: return try Self.answerSDDLBytes(input)
        case .sddlRoundtrip: return try Self.answerSDDLRoundtrip(input)
        case .sddlParse: return try Self.answerSDDLParse(input)
        case .sddlInvalid, .sddlAccept: return try Self.answerSDDLAcceptance(input)
        case .sidString: return try Self.answerSIDString(input)
        case .sidAlias: return try Self.answerSIDAlias(input)
        case .sidName: return try Self.answerSIDName(input)
        case .wellKnownSID: return try Self.answerWellKnownSID(input)
        case .deriveSID: return try Self.answerDeriveSID(input)
        case .constants: return try Self.answerConstant(input)
        case .genericMapping: return try Self.answerGenericMapping(input)
        case .mapGeneric: return try Self.answerMapGeneric(input)
        case .defaultDescriptor: return try Self.answerDefaultDescriptor(input)
        case .firewallMatch: return try Self.answerFirewallMatch(input)
        }
    }

    /// Answers one line of a vector file: `{"id":…,"result":…}`, or `{"id":…,"error":…}` for what cannot be read.
    ///
    /// - Parameter bytes: a JSON object with `id` and `input`.
    /// - Returns: a JSON object on one line.
    public func answer(line bytes: [UInt8]) -> String {
        guard let line = String(validating: bytes, as: UTF8.self) else {
            return Self.failure(nil, code: "encoding", message: "cannot read the line: it is not UTF-8")
        }
        return answer(line: line)
    }

    /// Answers one line of a vector file.
    ///
    /// - Parameter line: a JSON object with `id` and `input`.
    /// - Returns: a JSON object on one line.
    public func answer(line: some StringProtocol) -> String {
        let row: JSONValue
        do throws(JSONError) {
            row = try JSONValue(parsing: line)
        } catch {
            return Self.failure(nil, code: "json", message: error.description)
        }
        guard let input = row["input"] else {
            return Self.failure(row["id"], code: "input-missing", message: "the line has no member named input")
        }
        do throws(ModelInputError) {
            return JSONValue.object(["id": row["id"] ?? .null, "result": try answer(input)]).description
        } catch {
            return Self.failure(row["id"], code: error.code, message: error.description)
        }
    }

    private static func failure(_ id: JSONValue?, code: String, message: String) -> String {
        let error = JSONValue.object(["code": .string(code), "message": .string(message)])
        return JSONValue.object(["id": id ?? .null, "error": error]).description
    }
}
