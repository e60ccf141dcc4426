import Testing
import WindowsSecurity

@Test func identifierAuthorityIsBounded() {
    #expect(SID(identifierAuthority: 1 << 48, subAuthorities: []) == nil)
}
