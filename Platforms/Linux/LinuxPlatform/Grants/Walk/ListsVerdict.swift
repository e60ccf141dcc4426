/// What a pass does with an entry that has certain lists.
enum ListsVerdict {
    /// Nothing is missing; whether the list lets anybody execute it.
    case unchanged(isProgram: Bool)
    /// The entry is left alone.
    case omitted(OmissionReason)
    /// A list would get more named entries than the budget allows.
    case tooManyEntries
    /// The lists change.
    case change(ListsChange)
}
