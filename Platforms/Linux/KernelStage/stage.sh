#!/bin/bash
# Builds a private machine in new namespaces and runs a Bash script in it, as root.
#
#   stage.sh [--home tmpfs|ext4] [--peer] [--program PATH]... [--file PATH]... [--tree FROM TO]... -- SCRIPT
#
# Everything that a sandbox test changes (accounts, firewall, home directories, devices) is private to the namespaces and
# is gone when they are. The script finds two users, alice (home closed to others) and bob (home readable), the programs in
# /usr/local/bin, the files in /run/files, and the command `as USER COMMAND...`. Exit status 70: no stage could be built.
set -euo pipefail
if [ "${1-}" != --inside ]; then
    exec unshare --mount --pid --net --ipc --uts --fork --kill-child --mount-proc --propagation private \
        bash "${BASH_SOURCE[0]}" --inside "$@"
fi
shift
umask 022

home=tmpfs
peer=
programs=()
files=()
trees=()
while [ "$1" != -- ]; do
    case "$1" in
        --home) home=$2; shift 2 ;;
        --peer) peer=1; shift ;;
        --program) programs+=("$2"); shift 2 ;;
        --file) files+=("$2"); shift 2 ;;
        --tree) trees+=("$2" "$3"); shift 3 ;;
        *) echo "stage: unknown option $1" >&2; exit 64 ;;
    esac
done
script=$2

# A slip here would write to the real machine, so the namespaces are checked first.
[ $$ = 1 ] || { echo "stage: not process 1 of a new process namespace" >&2; exit 70; }
if grep -q ' shared:' /proc/self/mountinfo; then
    echo "stage: mounts are still shared with the machine" >&2
    exit 70
fi

# Waits until a command succeeds, for five seconds.
await() {
    local tries=0
    until "$@"; do
        if [ $((tries += 1)) -gt 500 ]; then
            echo "stage: waited in vain: $*" >&2
            exit 70
        fi
        sleep 0.01
    done
}

# A file system of its own over $1, with mode $2; what is put into $area/new becomes visible there at `cover`.
trap 'echo "stage: line $LINENO: the command before this message failed" >&2; exit 70' ERR
private() { mount -t tmpfs -o "mode=$2,size=4g" tmpfs "$1"; }
area=/run/stage
private /run 755
mkdir -p $area/new /run/lock
chmod 1777 /run/lock
prepare() { mount -t tmpfs -o "mode=$1,size=4g" tmpfs $area/new; }
cover() { mount --move $area/new "$1"; }

# The script, the programs and the shared libraries that an unprivileged user of the stage could not reach.
mkdir -p $area/programs $area/files $area/libraries
cp "$script" $area/script
for program in ${programs[@]+"${programs[@]}"}; do
    cp "$program" $area/programs/
    { ldd "$program" 2>/dev/null || true; } | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p' | while read -r library; do
        case "$library" in
            /lib/* | /lib64/* | /usr/lib/*) ;;
            *) cp -nL "$library" $area/libraries/ ;;
        esac
    done
done
for file in ${files[@]+"${files[@]}"}; do cp -R "$file" $area/files/; done
for ((index = 0; index < ${#trees[@]}; index += 2)); do
    mkdir -p "$area/trees/$index"
    mount --rbind "${trees[index]}" "$area/trees/$index"
done

# Accounts and configuration.
prepare 755
cp -a /etc/. $area/new/
cover /etc
: >/etc/environment
hostname sallyport-stage
printf '127.0.0.1 localhost sallyport-stage\n::1 localhost\n' >/etc/hosts
rm -f /etc/resolv.conf
printf 'nameserver 10.77.0.2\noptions timeout:1 attempts:1\n' >/etc/resolv.conf

# Devices.
prepare 755
node() { mknod -m 666 "$area/new/$1" c "$2" "$3"; }
node null 1 3
node zero 1 5
node full 1 7
node random 1 8
node urandom 1 9
node tty 5 0
mkdir $area/new/pts $area/new/shm $area/new/mqueue
ln -s pts/ptmx $area/new/ptmx
ln -s /proc/self/fd $area/new/fd
ln -s fd/0 $area/new/stdin
ln -s fd/1 $area/new/stdout
ln -s fd/2 $area/new/stderr
loop=
if [ "$home" = ext4 ]; then
    # Made while the machine's loop devices are still in sight; the kernel frees the device with the mount.
    truncate -s 1G $area/home.image
    mkfs.ext4 -q -F -O ^has_journal -E lazy_itable_init=1,root_owner=0:0 $area/home.image
    mkdir $area/home
    mount -o loop,noatime $area/home.image $area/home
    rmdir $area/home/lost+found
    loop=1
fi
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts $area/new/pts
mount -t tmpfs -o mode=1777,size=1g tmpfs $area/new/shm
mount -t mqueue mqueue $area/new/mqueue 2>/dev/null || rmdir $area/new/mqueue
cover /dev

# What programs leave behind.
private /home 755
if [ -n "$loop" ]; then mount --move $area/home /home; fi
private /tmp 1777
private /root 700
private /srv 755
private /media 755
for directory in /var/lib /var/log /var/mail /var/cache; do
    if [ -d $directory ]; then private $directory 755; fi
done
private /var/tmp 1777
private /var/spool 755
mkdir -p /var/spool/cron/crontabs /var/spool/cron/atjobs /var/spool/cron/atspool

# Installed software: the machine's, with changes kept aside.
mkdir $area/overlay
mount -t tmpfs -o mode=755,size=2g tmpfs $area/overlay
mkdir $area/overlay/upper $area/overlay/work
chmod 755 $area/overlay/upper
mount -t overlay -o "lowerdir=/usr/local,upperdir=$area/overlay/upper,workdir=$area/overlay/work" overlay /usr/local
mkdir -p /usr/local/bin /usr/local/sbin /usr/local/lib/stage
if [ -n "$(ls $area/programs)" ]; then
    install -m 755 $area/programs/* /usr/local/bin/
fi
if [ -n "$(ls $area/libraries)" ]; then
    install -m 755 $area/libraries/* /usr/local/lib/stage/
    echo /usr/local/lib/stage >/etc/ld.so.conf.d/stage.conf
    ldconfig
fi
for ((index = 0; index < ${#trees[@]}; index += 2)); do
    mkdir -p "${trees[index + 1]}"
    mount --move "$area/trees/$index" "${trees[index + 1]}"
done
# In root's part of the path alone: elsewhere `as` is the assembler.
cat >/usr/local/sbin/as <<'AS'
#!/bin/bash
# as USER COMMAND...: runs a command as a user with that user's groups and a clean environment.
user=$1
shift
# No process substitution: the command would inherit the child, and script(1) then waits for it in a loop without end.
IFS=: read -r _ _ uid gid _ directory _ <<<"$(getent passwd "$user")"
exec setpriv --reuid="$uid" --regid="$gid" --init-groups --inh-caps=-all \
    env -i "HOME=$directory" "USER=$user" "LOGNAME=$user" SHELL=/bin/bash LANG=C.UTF-8 TERM=dumb \
    PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"
AS
chmod 755 /usr/local/sbin/as

# Two real users: alice keeps her home closed, bob does not.
groupadd --gid 5001 alice
groupadd --gid 5002 bob
useradd --uid 5001 --gid 5001 --create-home --shell /bin/bash alice
useradd --uid 5002 --gid 5002 --create-home --shell /bin/bash bob
chmod 700 /home/alice
chmod 755 /home/bob

# The network: loopback alone, or with a second machine behind a cable.
ip link set lo up
echo "0 2147483647" >/proc/sys/net/ipv4/ping_group_range
if [ -n "$peer" ]; then
    unshare --net sleep infinity &
    other=$!
    apart() { [ "$(readlink /proc/$other/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; }
    await apart
    ip link add cable0 type veth peer name cable1 netns $other
    ip addr add 10.77.0.1/24 dev cable0
    ip addr add fd77::1/64 dev cable0 nodad
    ip link set cable0 up
    there() { nsenter --net=/proc/$other/ns/net "$@"; }
    there ip link set lo up
    there ip addr add 10.77.0.2/24 dev cable1
    there ip addr add fd77::2/64 dev cable1 nodad
    there ip link set cable1 up
    if [ -x /usr/local/bin/sallyport-probe ]; then
        there /usr/local/bin/sallyport-probe --serve 53 80 443 &
        /usr/local/bin/sallyport-probe --serve 8080 3128 &
        listening() { ss -Hltn | grep -q ':3128 '; }
        await listening
        listening() { there ss -Hltn | grep -q ':443 '; }
        await listening
    fi
    echo $other >/run/peer
fi

# What is left of the real machine stays as it is, whatever root does here.
mount -o remount,bind,ro /

cp -R $area/files /run/files
chmod -R a+rX /run/files
cp $area/script /run/script
umount $area/overlay 2>/dev/null || umount -l $area/overlay
rm -rf $area/programs $area/libraries $area/files $area/script
chmod 700 $area

trap - ERR
# A script starts with the three standard descriptors alone.
for descriptor in /proc/self/fd/*; do
    descriptor=${descriptor##*/}
    if [ "$descriptor" -gt 2 ] && [ "$descriptor" != 255 ]; then eval "exec $descriptor>&-"; fi
done
# No `exec`: process 1 stays behind to reap.
status=0
# Whoever started this may ignore signals; the script's programs do not.
env -i --default-signal PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root USER=root LANG=C.UTF-8 TERM=dumb \
    STAGE=1 bash -c 'cd / && exec bash /run/script' || status=$?
exit $status
