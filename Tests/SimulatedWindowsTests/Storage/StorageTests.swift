import Testing

@testable import SimulatedWindows

/// The tables against the standard library's own, with forks that must stay as they were.
struct StorageTests {
    @Test(arguments: 0..<8) func anArrayIsThatOfTheStandardLibrary(seed: UInt64) {
        var random = MachineRandom(seed: seed)
        var array = PersistentArray<Int>()
        var model: [Int] = []
        var forks: [(PersistentArray<Int>, [Int])] = []
        for step in 0..<6000 {
            if model.isEmpty || random.next() % 3 != 0 {
                array.append(step)
                model.append(step)
            } else {
                let index = Int(random.next() % UInt64(model.count))
                array[index] = -step
                model[index] = -step
            }
            if step % 1500 == 0 { forks.append((array, model)) }
        }
        #expect(array.elementsEqual(model))
        #expect(model.indices.allSatisfy { array[$0] == model[$0] })
        for (fork, past) in forks { #expect(fork.elementsEqual(past)) }
        #expect(PersistentArray(repeating: 7, count: 700).elementsEqual(Array(repeating: 7, count: 700)))
    }

    /// Few hashes, so that records collide and gaps are closed across the table's end.
    @Test(arguments: [3, 40, 5000] as [UInt32]) func anIndexIsASet(hashes: UInt32) {
        var random = MachineRandom(seed: UInt64(hashes))
        func hash(_ record: UInt32) -> UInt32 { record % hashes &* 0x9E37_79B1 }
        var index = PersistentIndex()
        var model: Set<UInt32> = []
        let fork = index
        for _ in 0..<4000 {
            let record = UInt32(random.next() % 600)
            if model.contains(record) {
                index.remove(record, hash: hash(record))
                model.remove(record)
            } else {
                index.insert(record, hash: hash(record))
                model.insert(record)
            }
        }
        for record in UInt32(0)..<600 {
            #expect((index.find(hash(record)) { $0 == record } != nil) == model.contains(record))
        }
        #expect(index.count == model.count)
        #expect(fork.count == 0)
    }

    @Test func namesHaveOneNumberForAllForms() {
        var names = NameTable()
        var numbers: [[UInt8]: UInt32] = [:]
        for text in ["readme.md", "README.MD", "Readme.md", "Straße", "STRASSE", "élan", "ÉLAN", "a", "A", "ǆ", "ǅ"] {
            numbers[bytes(text)] = names.intern(bytes(text))
        }
        for number in 0..<2000 { numbers[bytes("file \(number)")] = names.intern(bytes("file \(number)")) }
        for (name, number) in numbers {
            #expect(names[number] == name)
            #expect(names.intern(name) == number)
        }
        let keys = ["readme.md", "README.MD", "Readme.md"].map { names.key(of: bytes($0)) }
        #expect(Set(keys).count == 1)
        #expect(names.key(of: bytes("ÉLAN")) == names.key(of: bytes("élan")))
        #expect(names.key(of: bytes("Straße")) != names.key(of: bytes("STRASSE")))
        #expect(names.key(of: bytes("FILE 1999")) == names.key(of: bytes("file 1999")))
        #expect(names.key(of: bytes("never")) == nil)
    }
}
