#!/bin/sh
# 流水线的全部步骤，GitHub、GitLab、Gitee 和自己的服务器用的都是它。The steps of every pipeline, wherever it runs.
#   sh archive.sh check    检查一次修改，生成预览 · checks a change and builds a preview of it
#   sh archive.sh build    生成要公开的网站 · builds the site that goes out
#   sh archive.sh deploy   放到 nginx 的服务器上，一次切换 · puts it onto a server, in one step
set -eu

: "${DAFU_URL:=}"        # 已公开的网址，如 https://example.org/dafu/ · the public address; what it shows may not be lost
: "${DAFU_HOST:=}"       # github-pages、gitlab-pages、cloudflare-pages、nginx
: "${DAFU_FORMAT:=}"     # text、github、gitlab：批注写成谁看得懂的 · whose annotations
: "${DAFU_SUMMARY:=summary.md}"
: "${DAFU_SERVER:=}"     # 部署到哪台服务器，如 web@10.0.0.2；不写就是本机 · the server; this machine unless said
: "${DAFU_TARGET:=/srv/dafu}"
: "${DAFU_KEEP:=5}"      # 服务器上保留几个版本 · versions that stay on the server

# 取已公开的一份作比较。还没有公开过是 404；别的失败不能当作没有公开过。
# Fetches what is public. Nothing yet is 404; any other failure may not pass for that.
fetch_public() {
    rm -rf .public
    mkdir .public
    [ -n "$DAFU_URL" ] || { echo "DAFU_URL 没有写，不与已公开的比较 · not set, nothing is compared" >&2; return; }
    for file in data/replies.jsonl manifest-sha256.txt; do
        code=0
        curl --silent --show-error --fail --location --retry 2 "${DAFU_URL%/}/$file" \
            --output ".public/${file##*/}" --write-out '%{http_code}' >.public/code || code=$?
        case "$code $(cat .public/code)" in
            "0 "*) ;;
            "22 404" | "37 "*) echo "还没有公开过 · nothing is public yet: $DAFU_URL" >&2; rm -f .public/*; return ;;
            *) echo "取不到已公开的一份 · cannot fetch what is public: $DAFU_URL" >&2; exit 2 ;;
        esac
    done
}

dafu_build() {
    fetch_public
    set -- --site "$1" --summary .summary.md
    [ ! -f .public/replies.jsonl ] || set -- "$@" --against .public/replies.jsonl
    [ -z "$DAFU_HOST" ] || set -- "$@" --host "$DAFU_HOST"
    [ -z "$DAFU_FORMAT" ] || set -- "$@" --format "$DAFU_FORMAT"
    status=0
    java -jar dafu.jar build "$@" || status=$?
    [ ! -f .summary.md ] || cat .summary.md >>"$DAFU_SUMMARY"
    rm -f .summary.md
    return $status
}

# 哪些答复页是新的、改了的、没有了的。Which pages of replies are new, changed or gone.
list_changes() {
    [ -f .public/manifest-sha256.txt ] || : >.public/manifest-sha256.txt
    {
        printf '\n## 与已公开的相比 · Against what is public\n\n'
        awk '
            $2 !~ /^replies\/.*\/index\.html$/ || $2 ~ /\/page\// { next }
            { sub(/index\.html$/, "", $2) }
            FILENAME ~ /^\.public/ { before[$2] = $1; next }
            { now[$2] = 1
              if (!($2 in before)) print "- 新页面 · new: `" $2 "`"
              else if (before[$2] != $1) print "- 改动 · changed: `" $2 "`" }
            END { for (page in before) if (!(page in now)) print "- 没有了 · gone: `" page "`" }
        ' .public/manifest-sha256.txt "$1/manifest-sha256.txt" | sort
        printf '\n预览在流水线的附件里：下载后解开，打开 index.html。The preview is attached to the pipeline.\n'
    } >>"$DAFU_SUMMARY"
}

on_server() {
    if [ -n "$DAFU_SERVER" ]; then ssh "$DAFU_SERVER" "$1"; else sh -c "$1"; fi
}

# 整份传到一个新文件夹，没有变的只作硬链接，再把 current 一次换过去：读者看到的总是完整的一份。
# A whole copy in a folder of its own, unchanged files as links; then one rename makes it the one that readers see.
deploy() {
    version=$(sha256sum site/manifest-sha256.txt | cut -c 1-16)
    release=$DAFU_TARGET/releases/$version
    on_server "mkdir -p '$release'"
    rsync --recursive --checksum --perms --chmod=D755,F644 --delete --link-dest="$DAFU_TARGET/current/" \
        site/ "${DAFU_SERVER:+$DAFU_SERVER:}$release/"
    on_server "cd '$DAFU_TARGET' && (cd 'releases/$version' && sha256sum --check --quiet manifest-sha256.txt) &&
        touch 'releases/$version' && ln -sfn 'releases/$version' next && mv -T next current &&
        ls -1t releases | tail -n +$((DAFU_KEEP + 1)) | sed 's#^#releases/#' | xargs -r rm -rf"
    echo "已公开 · public: $version"
}

case "${1:-}" in
    check)
        dafu_build preview
        list_changes preview
        ;;
    build) dafu_build site ;;
    deploy)
        DAFU_HOST=${DAFU_HOST:-nginx}
        dafu_build site
        deploy
        ;;
    *)
        sed -n '2,5p' "$0"
        exit 2
        ;;
esac
