import SandboxModel
import Testing
import WindowsSecurity

/// A claim of the record about the documented design, as something that can be run.
struct Invariant: CustomTestStringConvertible, Sendable {
    /// What the record says about the real thing, and which grounds the machine gives for its answer.
    enum Mark: Sendable {
        /// It is believed to hold; the grounds, where they are part of the claim.
        case holds(because: String? = nil)
        /// It is known not to hold, for this reason.
        case fails(because: String)
        /// Nobody has settled it; what the machine answers, and why.
        case open(holds: Bool, because: String)
    }

    /// The number in the record.
    let id: String
    /// The claim.
    let claim: String
    /// What the record says.
    let mark: Mark
    /// The design the claim is about.
    let design: SandboxDesign
    /// The readings of what nobody has settled.
    let reading: OpenQuestions
    /// A design of which the claim is true although it is not of the documented one.
    let remedy: SandboxDesign?
    /// Asks a fresh machine with the design.
    let ask: @Sendable (Stage) throws -> Answer

    var testDescription: String { "\(id) \(claim)" }

    init(
        _ id: String, _ claim: String, _ mark: Mark = .holds(), on design: SandboxDesign = .elevatedOnWindows,
        reading: OpenQuestions = OpenQuestions(), remedy: SandboxDesign? = nil,
        _ ask: @escaping @Sendable (Stage) throws -> Answer
    ) {
        self.id = id
        self.claim = claim
        self.mark = mark
        self.design = design
        self.reading = reading
        self.remedy = remedy
        self.ask = ask
    }
}

extension Invariant.Mark {
    /// Whether the machine is to satisfy the claim.
    var isToHold: Bool {
        switch self {
        case .holds: true
        case .fails: false
        case .open(let holds, _): holds
        }
    }

    /// The grounds the machine is to give, where they are known.
    var grounds: String? {
        switch self {
        case .holds(let grounds): grounds
        case .fails(let grounds), .open(_, let grounds): grounds
        }
    }

    /// The word for it in the record's list.
    var word: String {
        switch self {
        case .holds: "holds"
        case .fails: "fails"
        case .open: "open"
        }
    }
}

extension OpenQuestions {
    /// The record's reading: taking a denial back works by revoking the trustee's access.
    static let revocationTakesDenials: OpenQuestions = {
        var questions = OpenQuestions()
        questions.revocationKeepsDenials = false
        return questions
    }()
}
