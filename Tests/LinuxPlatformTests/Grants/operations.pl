# Performs file operations and prints what the kernel answers: "AREA PARENT ENTRY OPERATION ANSWER".
#
#   operations.pl make               builds the tree below /home/t, as root
#   operations.pl try [gate]         tries every operation as the current user, behind a Landlock gate if asked
#
# System call numbers are those of x86-64; the tree is the one of OperationWorld.swift.
use strict;
use POSIX ();
use Fcntl;
my @areas = qw(in out part);
my @parents = ([5001, 0755, 0], [5001, 0777, 0], [5001, 01777, 0], [5001, 0776, 0], [5001, 0755, 1], [61011, 0755, 0],
    [61011, 0555, 0], [61011, 01777, 0], [5001, 01755, 1]);
my @entries = ([5001, 0644], [5001, 0666], [61011, 0644]);
my @files = ("openw", "openrw", "openr", "opent", "truncate", "unlink", "mv", "over", "victim", "chmod", "chgrp", "chgrpsame",
    "chgrpother", "chown", "xattr", "acl", "trusted", "ln", map { ("mv:$_", "ln:$_") } @areas);
my @directories = ("rmdir", "busy", "dirxattr", map { "mvdir:$_" } @areas);
my @pipes = ("fifo", "fifoxattr");
my %names = (1 => "EPERM", 13 => "EACCES", 16 => "EBUSY", 18 => "EXDEV", 30 => "EROFS");

sub run { system(@_) == 0 or die "@_" }

sub make {
    mkdir "/home/t" or die;
    for my $area (@areas) {
        mkdir "/home/t/$area" or die;
        mkdir "/home/t/$area/sink" or die;
        chown 5001, 5001, "/home/t/$area/sink";
        chmod 0777, "/home/t/$area/sink";
        for my $parent (0 .. $#parents) {
            for my $way ("rw", "ro") {
                my $directory = "/home/t/$area/$parent$way";
                mkdir $directory or die;
                for my $entry (0 .. $#entries) {
                    my ($owner, $mode) = @{$entries[$entry]};
                    for (@files) { open my $file, ">", "$directory/$_-$entry" or die; close $file }
                    for (@directories) { mkdir "$directory/$_-$entry" or die }
                    for (@pipes) { POSIX::mkfifo("$directory/$_-$entry", 0644) or die }
                    for (@files, @directories, @pipes) {
                        my $path = "$directory/$_-$entry";
                        chown $owner, 5001, $path;
                        chmod -d $path ? $mode | 0111 : $mode, $path;
                    }
                }
                chown $parents[$parent][0], 5001, $directory;
                chmod $parents[$parent][1], $directory;
                run("setfacl", "-m", "g:65600:rwx", $directory) if $parents[$parent][2];
                run("mount", "--bind", $directory, $directory) if $way eq "ro";
                run("mount", "--bind", "$directory/busy-$_", "$directory/busy-$_") for 0 .. $#entries;
                run("mount", "-o", "remount,bind,ro", $directory) if $way eq "ro";
            }
        }
    }
}

# LANDLOCK_ACCESS_FS_* that change something, REFER and TRUNCATE among them.
my $writing = 0x7FF2 & ~(1 << 3) & ~(1 << 2);

sub gate {
    my $attribute = pack("Q", $writing);
    my $ruleset = syscall(444, $attribute, 8, 0);
    die "landlock: $!" if $ruleset < 0;
    my $part = 1 << 1 | 1 << 5 | 1 << 8 | 1 << 13;
    for (["/home/t/in", $writing], ["/home/t/part", $part]) {
        my ($path, $allowed) = @$_;
        sysopen(my $directory, $path, 010000000) or die;
        my $rule = pack("Ql", $allowed, fileno $directory);
        die "rule: $!" if syscall(445, $ruleset, 1, $rule, 0) != 0;
    }
    die "prctl: $!" if syscall(157, 38, 1, 0, 0, 0) != 0;
    die "restrict: $!" if syscall(446, $ruleset, 0) != 0;
}

sub attribute {
    my ($path, $name, $value) = @_;
    return syscall(188, $path, $name, $value, length $value, 0) == 0;
}

sub try_open {
    my ($path, $flags) = @_;
    my $done = sysopen my $file, $path, $flags;
    my $error = $! + 0;
    close $file if $done;
    $! = $error;
    return $done;
}

# user::rw- group::r-- other::r--
my $minimal = pack("V", 2) . pack("vvV", 1, 6, 0xFFFFFFFF) . pack("vvV", 4, 4, 0xFFFFFFFF) . pack("vvV", 32, 4, 0xFFFFFFFF);

my @operations = (
    ["openw", sub { try_open($_[0], O_WRONLY) }],
    ["openrw", sub { try_open($_[0], O_RDWR) }],
    ["openr", sub { try_open($_[0], O_RDONLY) }],
    ["opent", sub { try_open($_[0], O_WRONLY | O_TRUNC) }],
    ["fifo", sub { try_open($_[0], O_RDWR | O_NONBLOCK) }],
    ["truncate", sub { truncate $_[0], 0 }],
    ["create", sub { try_open("$_[1]/made$_[2]", O_CREAT | O_EXCL) }],
    ["mkdir", sub { mkdir "$_[1]/dir$_[2]" }],
    ["symlink", sub { symlink "x", "$_[1]/link$_[2]" }],
    ["mkfifo", sub { POSIX::mkfifo("$_[1]/pipe$_[2]", 0644) }],
    ["unlink", sub { unlink $_[0] }],
    ["rmdir", sub { rmdir $_[0] }],
    ["busy", sub { rmdir $_[0] }],
    ["mvbusy", sub { rename "$_[1]/busy-$_[2]", "$_[1]/moved$_[2]" }],
    ["mv", sub { rename $_[0], "$_[0].new" }],
    ["over", sub { rename $_[0], "$_[1]/victim-$_[2]" }],
    ["chmod", sub { chmod 0640, $_[0] }],
    ["chgrp", sub { chown -1, 61010, $_[0] }],
    ["chgrpsame", sub { chown -1, 5001, $_[0] }],
    ["chgrpother", sub { chown -1, 5002, $_[0] }],
    ["chown", sub { chown 5002, -1, $_[0] }],
    ["xattr", sub { attribute($_[0], "user.x", "1") }],
    ["dirxattr", sub { attribute($_[0], "user.x", "1") }],
    ["fifoxattr", sub { attribute($_[0], "user.x", "1") }],
    ["acl", sub { attribute($_[0], "system.posix_acl_access", $minimal) }],
    ["trusted", sub { attribute($_[0], "trusted.x", "1") }],
    ["ln", sub { link $_[0], "$_[0].link" }],
    map {
        my $sink = "/home/t/$_/sink";
        ["mv:$_", sub { rename $_[0], "$sink/$_[3]-f" }], ["mvdir:$_", sub { rename $_[0], "$sink/$_[3]-d" }],
            ["ln:$_", sub { link $_[0], "$sink/$_[3]-l" }],
    } @areas);

sub try {
    for my $area (@areas) {
        for my $parent (0 .. $#parents) {
            for my $way ("rw", "ro") {
                for my $entry (0 .. $#entries) {
                    my $directory = "/home/t/$area/$parent$way";
                    for (@operations) {
                        my ($name, $operation) = @$_;
                        $! = 0;
                        my $done = $operation->("$directory/$name-$entry", $directory, $entry, "$area-$parent$way-$entry");
                        my $answer = $done ? "ok" : $names{$! + 0} // "$!";
                        print "$area $parent$way $entry $name $answer\n";
                    }
                }
            }
        }
    }
}

if ($ARGV[0] eq "make") { make() }
else { gate() if $ARGV[1]; try() }
