# The world of the sandbox tests, for scripts on a stage: two users, alice's files and workspaces, services, and processes outside.
# Sourced; `make_world` once, `reset_world` before each attempt.

make_files() {
    # As alice, in her home.
    as alice bash -euc '
        cd
        umask 022
        echo notes >notes
        echo public >public && chmod 666 public
        echo secret >secret && chmod 600 secret
        mkdir -m 700 .ssh && echo key >.ssh/id && chmod 600 .ssh/id
        mkdir target && chmod 777 target
        git config --global user.name Alice && git config --global user.email alice@example.org
        git config --global init.defaultBranch main
        contents() {
            echo file >file && echo doomed >doomed && echo closed >closed && chmod 600 closed
            mkdir dir empty decoy && echo inner >dir/inner && echo "[core]" >decoy/config
        }

        mkdir plain && cd plain && git init -q
        contents
        git add file dir && git commit -qm "First commit"
        echo public >.git/public && chmod 666 .git/public
        mkdir .codex .agents && echo "a = 1" >.codex/config.toml && echo agent >.agents/agent
        mkdir nested && git -C nested init -q && echo public >nested/.git/public && chmod 666 nested/.git/public
        ln -s /home/alice/notes planted && ln -s .git git-link
        ln -s /home/alice/target to-home && ln -s /nowhere to-nowhere

        cd .. && mkdir main && cd main && git init -q && git commit -q --allow-empty -m "First commit"
        git worktree add -q ../worktree
        cd ../worktree && contents
        mkdir settings && echo "a = 1" >settings/config.toml && ln -s settings .codex && echo agent >.agents

        cd .. && mkdir bare && cd bare && contents
        cd .. && mkdir second && cd second && contents
        cp -a ~/. /tmp/alice
    '
    as bob bash -euc '
        cd
        umask 022
        echo readable >readable
        echo closed >closed && chmod 600 closed
        mkdir -m 777 public && echo file >public/file && chmod 666 public/file
        cp -a ~/. /tmp/bob
    '
    mkdir -p /run/world
    mv /tmp/alice /tmp/bob /run/world/
}

make_world() {
    make_files
    for directory in /tmp /var/tmp /dev/shm; do
        echo here >$directory/on-the-machine
        chmod 666 $directory/on-the-machine
    done
    install -m 4755 /usr/local/bin/sallyport-probe /usr/local/bin/raise-user
    install -m 2755 -g games /usr/local/bin/sallyport-probe /usr/local/bin/raise-group
    as alice sleep infinity &
    victim=$!
    as bob sleep infinity &
    server=$!
    as bob sallyport-probe --serve-unix @machine-service &
    sallyport-probe --serve-unix /run/service &
    as alice sallyport-probe --serve-unix /home/alice/service &
    as bob sallyport-probe shared-memory 4711 create >/dev/null
    listening() { ss -Hlx | grep -q machine-service && [ -S /run/service ] && [ -S /home/alice/service ]; }
    local tries=0
    until listening || [ $((tries += 1)) -gt 3000 ]; do sleep 0.01; done
}

# Puts back what an attempt may have changed; the owner's other state, as the ledger, stays.
reset_world() {
    local name
    for name in plain main worktree bare second target; do
        rm -rf "/home/alice/$name"
        cp -a "/run/world/alice/$name" /home/alice/
    done
    for name in notes public .profile secret; do cp -a --remove-destination "/run/world/alice/$name" /home/alice/; done
    rm -rf /home/alice/{new,renamed,file,elsewhere} /home/alice/*-moved /home/bob/public /home/bob/new
    cp -a --remove-destination /run/world/bob/. /home/bob/
    rm -f /tmp/probe-new /var/tmp/probe-new /dev/shm/probe-new /run/lock/probe-new /etc/probe-new
    rm -f /usr/local/bin/probe-new /var/spool/cron/crontabs/probe-new /var/spool/cron/atjobs/probe-new
}
