#!/bin/bash
# Times grants by the owner beside `setfacl -R` with the same entries, alternately, on ext4 in a private mount namespace.
#
#   grants.sh PRODUCTS [ROUNDS]
#
# PRODUCTS is the directory with `grant-tool` of a release build, which does what `sallyport` does before each command.
# Prints medians in milliseconds and how many times as fast the grants are. Nothing is left behind: the file system lies
# in an image below a memory file system that is gone with the namespace.
set -euo pipefail
if [ "${1-}" != --inside ]; then
    [ "$(id -u)" = 0 ] || { echo "not run: needs root, for a private mount namespace" >&2; exit 77; }
    tool=$(realpath "$1/grant-tool")
    exec unshare --mount --propagation private bash "${BASH_SOURCE[0]}" --inside "$tool" "${2-5}"
fi
tool=$2
rounds=$3
owner=61001 capability=65600 users=61010 offline=61011 online=61012
stage=/mnt
mount -t tmpfs -o mode=755,size=3g tmpfs $stage
truncate -s 2G $stage/image
mkfs.ext4 -q -F -N 400000 -E lazy_itable_init=0,lazy_journal_init=0,root_owner=0:0 $stage/image
mkdir $stage/files $stage/bin
mount -o loop,noatime $stage/image $stage/files
cp "$tool" $stage/bin/grant-tool

as_owner() {
    setpriv --reuid=$owner --regid=$owner --clear-groups --inh-caps=-all env -i "$@"
}

# Directories of a hundred files in a tree of three levels, as a source tree has them.
make_tree() {
    local root=$1 files=$2 directory
    for ((directory = 0; directory < files / 100; directory++)); do
        local path=$root/$((directory / 100))/$((directory / 10 % 10))/$directory
        mkdir -p $path
        (cd $path && touch file{0..99}.c)
    done
    chown -R $owner:$owner $root
}

milliseconds() {
    local start=$EPOCHREALTIME
    "$@" >/dev/null
    local end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./})))
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

report() {
    awk -v what="$1" -v files="$2" -v setfacl="$3" -v grants="$4" 'BEGIN {
        printf "%-14s %7d files   setfacl %9.1f ms   grants %9.1f ms   %5.2f times as fast\n",
            what, files, setfacl / 1000, grants / 1000, setfacl / grants }'
}

grants() { as_owner $stage/bin/grant-tool "$1" "$2" $capability $users $offline $online; }
set_entries() { as_owner setfacl -R -m g:$capability:rwX,d:g:$capability:rwx,d:u:$owner:rwx "$1"; }
remove_entries() { as_owner setfacl -R -x g:$capability,d:g:$capability,d:u:$owner "$1"; }

echo "medians of $rounds rounds; $(nproc) processors; ext4"
for files in 10000 100000; do
    root=$stage/files/$files
    make_tree $root $files
    grants grant $root >/dev/null && grants revoke $root >/dev/null
    for what in first no-op revoke; do : >$stage/setfacl.$what; : >$stage/grants.$what; done
    for ((round = 0; round < rounds; round++)); do
        milliseconds set_entries $root >>$stage/setfacl.first
        milliseconds set_entries $root >>$stage/setfacl.no-op
        milliseconds remove_entries $root >>$stage/setfacl.revoke
        as_owner setfacl -R -b -k $root
        milliseconds grants grant $root >>$stage/grants.first
        milliseconds grants grant $root >>$stage/grants.no-op
        milliseconds grants revoke $root >>$stage/grants.revoke
    done
    for what in first no-op revoke; do
        report $what $files "$(median <$stage/setfacl.$what)" "$(median <$stage/grants.$what)"
    done
done
