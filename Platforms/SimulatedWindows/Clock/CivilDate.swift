/// A day and time of the calendar.
struct CivilDate: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    /// Finds the day of a moment.
    ///
    /// - Parameter seconds: since 1970.
    init(seconds: UInt64) {
        let days = Int(seconds / 86_400)
        let rest = Int(seconds % 86_400)
        // Counted from 1 March of year 0, so that the leap day comes last.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// For example `08/22/2026`.
    var date: String { "\(Self.two(month))/\(Self.two(day))/\(year)" }

    /// For example `09:00 AM`.
    var time: String { "\(Self.two(hour % 12 == 0 ? 12 : hour % 12)):\(Self.two(minute)) \(hour < 12 ? "AM" : "PM")" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
