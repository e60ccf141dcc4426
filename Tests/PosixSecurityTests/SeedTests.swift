import PosixSecurity
import Testing

@Test func primaryGroupCounts() {
    #expect(Credentials(user: 1, group: 2).belongs(to: 2))
}
