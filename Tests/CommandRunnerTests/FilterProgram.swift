import CConfinement
import CSeccompOracle

/// A classic BPF program over `struct seccomp_data`, evaluated without a kernel (bpf(4), seccomp(2)).
struct FilterProgram {
    /// What a process asks the kernel for.
    struct Call {
        var architecture: UInt32 = 0xc000_003e
        var number: UInt32
        var arguments: [UInt64]

        /// The 32-bit word at a byte offset into `struct seccomp_data`.
        func word(at offset: UInt32) -> UInt32? {
            switch offset {
            case 0: return number
            case 4: return architecture
            case 8, 12: return 0
            case 16..<64 where offset % 4 == 0:
                let argument = arguments[Int(offset - 16) / 8]
                return UInt32(truncatingIfNeeded: offset % 8 == 0 ? argument : argument >> 32)
            default: return nil
            }
        }
    }

    let instructions: [sock_filter]

    /// The program that the runner loads.
    ///
    /// Made once: what assembles it, as what libseccomp is given the rules in, is for one thread.
    static let ours: FilterProgram = {
        var count = 0
        let start = confinement_system_call_filter(&count)
        return FilterProgram(instructions: (0..<count).map { start[$0] })
    }()

    /// The program that libseccomp makes of the same rules.
    static let oracle: FilterProgram? = {
        var room = [sock_filter](repeating: sock_filter(), count: 4096)
        let count = oracle_program(&room, 4096)
        return count > 0 ? FilterProgram(instructions: [sock_filter](room[..<count])) : nil
    }()

    /// The action for a call, or nothing when the program is malformed.
    func action(for call: Call) -> UInt32? {
        var accumulator: UInt32 = 0
        var position = 0
        while position < instructions.count {
            let instruction = instructions[position]
            position += 1
            var jumps = false
            switch Int32(instruction.code) {
            case BPF_LD | BPF_W | BPF_ABS:
                guard let word = call.word(at: instruction.k) else { return nil }
                accumulator = word
                continue
            case BPF_ALU | BPF_AND | BPF_K:
                accumulator &= instruction.k
                continue
            case BPF_RET | BPF_K: return instruction.k
            case BPF_JMP | BPF_JA:
                position += Int(instruction.k)
                continue
            case BPF_JMP | BPF_JEQ | BPF_K: jumps = accumulator == instruction.k
            case BPF_JMP | BPF_JGT | BPF_K: jumps = accumulator > instruction.k
            case BPF_JMP | BPF_JGE | BPF_K: jumps = accumulator >= instruction.k
            case BPF_JMP | BPF_JSET | BPF_K: jumps = accumulator & instruction.k != 0
            default: return nil
            }
            position += Int(jumps ? instruction.jt : instruction.jf)
        }
        return nil
    }
}
