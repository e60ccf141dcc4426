import Foundation
import FoundationXML

/// The elements of a document with their attributes.
final class MarkupElements: NSObject, XMLParserDelegate {
    private var found: [(name: String, attributes: [String: String])] = []

    func attributes(_ name: String) -> [[String: String]] { found.filter { $0.name == name }.map(\.attributes) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { found.append((name, attributes)) }
}
