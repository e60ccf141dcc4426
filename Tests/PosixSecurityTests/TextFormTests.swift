import PosixSecurity
import Testing

@Suite struct TextFormTests {
    @Test(arguments: [
        ("u::rwx,g::r-x,o::r--", "u::rwx,g::r-x,o::r--"),
        ("user::7,group::5,other::4", "u::rwx,g::r-x,o::r--"),
        (
            "# file: x\n# owner: 0\nuser::rw-\nuser:8:r--\t#effective:r--\ngroup::---\nmask::r--\nother::---\n",
            "u::rw-,u:8:r--,g::---,m::r--,o::---"
        ),
        (" o::--- u::--- , g::---", "u::---,g::---,o::---"),
        ("g:4294967294:rwx,m::rwx,u::---,g::---,o::---", "u::---,g::---,g:4294967294:rwx,m::rwx,o::---"),
    ]) func textIsReadAndPrinted(_ text: String, _ printed: String) throws {
        let list = try AccessControlList(text: text)
        #expect(list.description == printed)
        #expect(try AccessControlList(text: printed) == list)
    }

    @Test(arguments: [
        ("u::rwx,x::rwx", AccessControlTextError.Code.unknownTag, 7), ("u", .missingColon, 1),
        ("u:rwx", .missingColon, 5), ("u::rxw", .invalidPermissions, 4), ("u::rw", .invalidPermissions, 3),
        ("u::8", .invalidPermissions, 3), ("u:bob:rwx", .invalidIdentifier, 2),
        ("u:4294967295:rwx", .invalidIdentifier, 2), ("u:99999999999:rwx", .invalidIdentifier, 2),
        ("m:1:rwx", .unexpectedIdentifier, 2), ("u:-1:rwx", .invalidIdentifier, 2),
    ]) func faultIsNamed(_ text: String, _ code: AccessControlTextError.Code, _ offset: Int) {
        let error = #expect(throws: AccessControlTextError.self) { try AccessControlList(text: text) }
        #expect(error?.code == code && error?.offset == offset)
    }

    @Test func ruleOfListsIsKept() {
        let error = #expect(throws: AccessControlTextError.self) { try AccessControlList(text: "u::rwx,u:1:r--") }
        guard case .invalid = error?.code else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func everyPrefixAndEveryChangedByteIsReadOrRefused() throws {
        let text = "u::rw-,u:61001:rwx,g::r--,g:65600:rw-,m::rw-,o::r--"
        var refused = 0
        for length in 0..<text.utf8.count {
            var cut = Array(text.utf8.prefix(length))
            if (try? AccessControlList(text: String(decoding: cut, as: UTF8.self))) == nil { refused += 1 }
            for byte in UInt8.min...127 {
                cut = Array(text.utf8)
                cut[length] = byte
                do throws(AccessControlTextError) {
                    let list = try AccessControlList(text: String(decoding: cut, as: UTF8.self))
                    #expect(try AccessControlList(text: list.description) == list)
                } catch {
                    refused += 1
                    #expect(error.offset <= cut.count)
                }
            }
        }
        #expect(refused > text.utf8.count * 100)
    }
}
