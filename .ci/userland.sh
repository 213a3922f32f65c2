# shellcheck shell=bash disable=SC2154 # `root` is set by who sources this
# Sourced by the scripts that make images from nothing: a root file system out of this machine's programs.
# Expects `root`, the directory to fill. Needs busybox-static.

# A program of this machine, with the shared libraries that it needs.
copy_program() { # program, into directory
  cp -L "$1" "$root$2/"
  copy_libraries "$1"
}

# Those of the machine alone: others lie beside their programs, which look there first.
copy_libraries() { # program or library…
  local library
  ldd "$@" | grep -oE '(^|[[:space:]])/(usr/)?lib[^ :]* ' | grep -v "$root" | sort -u | while read -r library; do
    cp -L --parents "$library" "$root"
  done
}

# Busybox, directories, and a root user; the image's own users follow.
lay_out_userland() {
  local applet
  mkdir -p "$root"/{bin,etc,lib,lib64,proc,root,run,sys,tmp,usr/bin,usr/lib,usr/local,var/lib}
  ln -s ../run "$root/var/run"
  chmod 1777 "$root/tmp"
  cp /bin/busybox "$root/bin/"
  while read -r applet; do ln -s busybox "$root/bin/$applet"; done < <(busybox --list | grep -vx busybox)
  echo root:x:0:0:root:/root:/bin/sh >"$root/etc/passwd"
  echo root:x:0: >"$root/etc/group"
  cp -r --parents /usr/lib/locale/C.utf8 "$root"
}

# The classic builder: BuildKit would be one more thing to have installed.
build_image() { # directory with a Dockerfile, docker build's arguments…
  local context=$1 log
  shift
  log=$(mktemp)
  # Order and times are fixed, owners kept: the same input gives the same layer.
  tar -cf "$context/root.tar" --sort=name --mtime=@0 --numeric-owner -C "$root" .
  DOCKER_BUILDKIT=0 docker build --quiet "$@" "$context" >"$log" 2>&1 || { cat "$log" >&2 && return 1; }
  rm "$log"
}
