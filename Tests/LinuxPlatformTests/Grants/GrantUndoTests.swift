import KernelStage
import Testing

/// Granting and revoking leaves every list and every mode as it was, on trees nobody designed.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)")) struct GrantUndoTests {
    /// A program in Perl's base that makes a tree out of a seed: names, modes, lists, defaults, links.
    private static let makeTree = #"""
        my ($root, $seed) = @ARGV; srand($seed);
        my @directories = ($root); my @names = ("a".."f", ".git", ".codex", "n m", "caf\xe9");
        my @modes = (0644, 0600, 0640, 0664, 0604, 0602, 0755, 0700, 0750, 0775, 0444, 0666, 02755, 01777, 0705);
        my @entries = ("u:5002:rwx", "u:5002:---", "g:5002:rw-", "g:5001:r-x", "u:5001:rw-", "g:65601:rwx", "m::r--", "m::---",
            "m::rwx", "u:5001:rwx", "g:5002:-w-");
        for (1..60) {
            my $path = $directories[rand @directories] . "/" . $names[rand @names] . int(rand 4);
            $path =~ s/(git|codex)\d$/$1/ if rand() < 0.5;
            next if -e $path || -l $path;
            if (rand() < 0.3) { $path =~ s/\xe9/e/; mkdir $path; push @directories, $path }
            elsif (rand() < 0.1) { symlink "/etc/passwd", $path; next }
            else { open my $file, ">", $path or die; close $file }
            system("setfacl", "-m", $entries[rand @entries], $path) while rand() < 0.4;
            system("setfacl", "-d", "-m", $entries[rand @entries], $path) while -d $path && rand() < 0.3;
            system("setfacl", "-d", "-m", "o::r--", $path) if -d $path && rand() < 0.1;
            system("setfacl", "-n", "-m", $entries[rand @entries], $path) if rand() < 0.1;
            chmod $modes[rand @modes] | (-d $path ? 0700 : 0400), $path if rand() < 0.6;
        }
        """#

    @Test(arguments: Stage.HomeFileSystem.allCases)
    func grantThenRevokeRestoresEveryListAndMode(_ home: Stage.HomeFileSystem) throws {
        let lines = try GrantStage.run(
            #"""
            cat >/run/tree.pl <<'PERL'
            \#(Self.makeTree)
            PERL
            # A mask that says the same as the owning group, beside no names, need not come back.
            exact() { lists $1 | perl -00 -pe 's/^mask::(...)\n//m if !/^(user|group):\d/m && /^group::(...)[^\n]*\n(?=mask::\1)/m'; }
            images=0
            for seed in {1..15}; do
                as alice mkdir $seed
                as alice perl /run/tree.pl /home/alice/ws/$seed $seed 2>/dev/null
                for verb in cycle private cycle-read; do
                    exact $seed >/run/before; find $seed -printf '%p %m\n' | sort >>/run/before
                    option=
                    if [ $verb = private ]; then option=--private; fi
                    grant ${verb/private/cycle} /home/alice/ws/$seed $option >/run/report 2>&1 || cat /run/report
                    count=$(sed -n 's/^images //p' /run/report)
                    exact $seed >/run/after; find $seed -printf '%p %m\n' | sort >>/run/after
                    cmp -s /run/before /run/after || { echo "seed $seed: $verb"; diff /run/before /run/after; }
                    images=$((images + count))
                done
            done
            [ $images -gt 10 ] && echo restored from images too
            """#, home: home)
        #expect(lines == ["restored from images too"], "\(lines.prefix(60).joined(separator: "\n"))")
    }

    @Test func entriesMadeMeanwhileLoseTheirGrantToo() throws {
        let lines = try GrantStage.run(
            """
            as alice sh -c 'mkdir src; touch src/a; mkdir .git'
            grant grant /home/alice/ws >/dev/null
            as alice sh -c 'touch src/new; mkdir src/made; touch src/made/x; chmod 644 src/new; ln src/new src/second; touch .git/h'
            grant revoke /home/alice/ws >/dev/null
            getfacl --numeric --recursive --skip-base . | grep -c : || true
            stat -c '%a %n' src/new src/made src/made/x
            """)
        #expect(lines == ["0", "644 src/new", "755 src/made", "644 src/made/x"])
    }

    @Test func changesOfTheUserSinceTheGrantAreKept() throws {
        let lines = try GrantStage.run(
            """
            as alice sh -c 'touch team; setfacl -m g:5002:rw- team; chmod 640 team; setfacl -n -m m::rwx team'
            as alice sh -c 'touch own'
            grant grant /home/alice/ws >/dev/null
            as alice sh -c 'setfacl -m u:5002:r-- own; chmod 600 team'
            grant revoke /home/alice/ws >/dev/null
            getfacl -cn own team
            """)
        #expect(lines.contains("user:5002:r--"))
        #expect(!lines.contains { $0.contains("65600") })
        // 0600 is still what the mode says: nobody gained anything by the undo.
        #expect(lines.contains { $0.hasPrefix("group:5002:rw-") && $0.hasSuffix("#effective:---") })
    }

    /// What an undo could not restore is not changed before somebody has kept it.
    @Test func imagesAreStoredBeforeTheChange() throws {
        let lines = try GrantStage.run(
            """
            as alice sh -c 'touch plain narrow; setfacl -m u:5002:rw- narrow; setfacl -n -m m::r-- narrow'
            grant grant /home/alice/ws --no-images >/run/out 2>/run/text || cat /run/out /run/text
            getfacl -cn narrow plain | grep -c 65600
            grant grant /home/alice/ws
            getfacl -cn narrow | grep -c 65600
            """)
        #expect(lines.count == 8, "\(lines)")
        #expect(lines[0] == "images 1" && lines[1] == "images-not-stored" && lines[2].contains("no room"))
        #expect(lines[3] == "1" && lines[4] == "images 1" && lines[5] == "changed 1" && lines[6] == "unchanged 2")
        #expect(lines[7] == "1")
    }

    /// Lists that a command made so that each needs an image find room up to a limit; the rest is left alone.
    @Test func imagesHaveALimit() throws {
        let lines = try GrantStage.run(
            """
            as alice sh -c 'for n in $(seq 50); do echo x >f$n; done; setfacl --set u::rw,g::r,m::rw,o::r f*'
            grant grant /home/alice/ws --image-room 1000
            grant grant /home/alice/ws --image-room 1000 | grep -v example
            grant grant /home/alice/ws | grep -v example
            """)
        let images = lines.compactMap { $0.hasPrefix("images ") ? Int($0.dropFirst(7)) : nil }
        let omitted = lines.compactMap { $0.hasPrefix("omitted no-room ") ? Int($0.dropFirst(16)) : nil }
        #expect(images.count == 3 && omitted.count == 2, "\(lines)")
        #expect(images.reduce(0, +) == 50 && images[0] > 2 && images[1] > 2 && images[2] > 20, "\(lines)")
        #expect(omitted == [50 - images[0], 50 - images[0] - images[1]], "\(lines)")
    }
}
