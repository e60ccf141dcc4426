/// The way down to a value; put together only when something is wrong there.
final class JSONSteps {
    let outer: JSONSteps?
    let key: any CodingKey

    init(_ outer: JSONSteps?, _ key: any CodingKey) {
        self.outer = outer
        self.key = key
    }

    var keys: [any CodingKey] { (outer?.keys ?? []) + [key] }
}
