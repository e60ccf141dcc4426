import JSON
import ModelFamilies
import Testing

/// Questions of the families that the vectors do not ask.
@Suite struct FamilyTests {
    private static let token =
        "{\"user\":{\"sid\":\"S-1-5-21-1-2-3-1001\",\"attributes\":[]},\"groups\":[],\"privileges\":[]}"
    private static let full = "O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)"

    private func operation(_ words: String, world: String = "") throws -> JSONValue {
        let input = """
            {"world":{"token":\(Self.token),"parent_sd":"\(Self.full)","file_sd":"\(Self.full)"\(world)},"op":{\(words)}}
            """
        return try ModelFamily.ntfsOperation.answer(try JSONValue(parsing: input))
    }

    /// Win32 says ERROR_ACCESS_DENIED where the file system has several reasons.
    @Test(arguments: [
        ("DeleteFile", "open", ",\"file_state\":\"delete pending\"", "STATUS_DELETE_PENDING"),
        ("DeleteFile", "native_delete", ",\"file_attributes\":[\"READONLY\"]", "STATUS_CANNOT_DELETE"),
        ("CreateHardLink", "hardlink", ",\"is_dir\":true", "STATUS_FILE_IS_A_DIRECTORY"),
    ]) func win32HasOneErrorForSeveral(win32: String, native: String, world: String, status: String) throws {
        let other = try operation("\"kind\":\"\(native)\",\"desired\":\"0x00010000\"", world: world)
        #expect(other["error"]?.string == status)
        #expect(try operation("\"kind\":\"\(win32)\"", world: world)["error"] == "ERROR_ACCESS_DENIED")
    }

    @Test func aNewOwnerStandsInTheDescriptor() throws {
        let answer = try operation("\"kind\":\"set_owner\",\"owner\":\"S-1-5-21-1-2-3-1001\"")
        #expect(
            answer["file_sd_after"] == "O:S-1-5-21-1-2-3-1001G:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)")
    }

    @Test func creatingAlwaysOverwritesAndDeletingOnCloseDeletes() throws {
        let reading = ",\"file_sd\":\"O:SYG:SYD:(A;;FRDC;;;S-1-5-21-1-2-3-1001)\""
        func create(_ more: String, parent: String) throws -> JSONValue? {
            let input = """
                {"world":{"token":\(Self.token)\(reading),"parent_sd":"O:SYG:SYD:\(parent)"},
                "op":{"kind":"CreateFile","desired":"0x00000001"\(more)}}
                """
            return try ModelFamily.ntfsOperation.answer(try JSONValue(parsing: input))["ok"]
        }
        #expect(try create(",\"disposition\":\"OPEN_EXISTING\"", parent: "") == true)
        #expect(try create(",\"disposition\":\"CREATE_ALWAYS\"", parent: "") == false)
        #expect(try create(",\"flags\":[\"FILE_FLAG_DELETE_ON_CLOSE\"]", parent: "") == false)
        #expect(
            try create(",\"flags\":[\"FILE_FLAG_DELETE_ON_CLOSE\"]", parent: "(A;;DT;;;S-1-5-21-1-2-3-1001)") == true)
    }

    /// An empty list of restricting SIDs restricts, but `IsTokenRestricted` counts the SIDs.
    @Test func anEmptyListIsNotCalledRestricted() throws {
        let input = "{\"base_token\":\(Self.token),\"call\":{\"flags\":[\"WRITE_RESTRICTED\"]}}"
        let answer = try ModelFamily.tokenFilter.answer(try JSONValue(parsing: input))
        #expect(answer["is_restricted"] == false)
        #expect(answer["write_restricted"] == true)
    }

    @Test func sidsToDisableMayCarryAttributes() throws {
        let input = """
            {"base_token":\(Self.token),"call":{"disable":[{"sid":"S-1-5-21-1-2-3-1001","attributes":["owner"]}]}}
            """
        let answer = try ModelFamily.tokenFilter.answer(try JSONValue(parsing: input))
        #expect(answer["user_deny_only"] == true)
    }
}
