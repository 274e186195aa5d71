# Finds out what has to be built again; to be sourced by a POSIX shell.

# What was edited since this stamp, below these files and folders. A file that was deleted shows
# in the date of its folder; folders outside of src are dated by the build itself, which puts its
# target folders there. $1: the clone; $2: the stamp; the rest: files and folders in the clone
edited() {
  (
    cd "$1" || exit
    since=$2
    shift 2
    find "$@" \( -name target -o -path '*/src/test' \) -prune \
      -o -newer "$since" \( ! -type d -o -path '*/src' -o -path '*/src/*' \) -print 2> /dev/null
  )
}
