# Shows how far a build is; to be sourced by a POSIX shell.
#
# find_terminal sets columns: how wide the terminal is that reads the output, or nothing.
# follow COMMAND... runs a command that writes Maven's words to the file build_log, and shows
# meanwhile what it does, for how long and of how long: in one line that is written again and again
# on a terminal, in a line a module elsewhere. build_times has the seconds of the last time.

build_log=${build_log:-}
build_times=${build_times:-}
build_usual=${build_usual:-90}

find_terminal() {
  columns=
  if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ] && [ -z "${CI:-}" ]; then
    columns=$({ stty size < /dev/tty; } 2> /dev/null | cut -d ' ' -f 2)
    [ "${columns:-0}" -gt 0 ] || columns=80
  fi
}

# What Maven does: the module and how many there are, or that it fetches libraries.
doing() {
  case $(tail -n 1 "$build_log" 2> /dev/null) in
    *Download*) printf 'fetching libraries, %s so far' "$(grep -c Downloaded "$build_log")" ;;
    *)
      sed -n 's/^\[INFO\] Building \(.*\) [^ ][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' \
        "$build_log" 2> /dev/null | tail -n 1
      ;;
  esac
}

# $1: seconds so far; $2: seconds expected
show_progress() {
  now=$(doing)
  if [ -n "$columns" ]; then
    full=$(($1 * 20 / $2))
    [ "$full" -lt 20 ] || full=19
    bar=$(printf '%*s' "$full" '' | sed 's/ /#/g')$(printf '%*s' $((20 - full)) '' | sed 's/ /-/g')
    printf '\r\033[?7l%s\033[K\033[?7h' \
      "$(printf '  [%s] %s s of about %s s%s' "$bar" "$1" "$2" "${now:+: $now}" \
        | cut -c "-$((columns - 1))")"
  elif [ "$now" != "$shown" ] && [ "${now#fetching}" = "$now" ]; then
    printf '  %s s: %s\n' "$1" "$now"
    shown=$now
  fi
}

follow() {
  expected=$(cat "$build_times" 2> /dev/null) || expected=$build_usual
  begin=$(date +%s)
  shown=
  "$@" > "$build_log" 2>&1 &
  builder=$!
  # Ctrl-C does not reach what a script has put into the background.
  trap 'kill "$builder" 2> /dev/null; end_progress; exit 130' INT TERM
  while kill -0 "$builder" 2> /dev/null; do
    show_progress "$(($(date +%s) - begin))" "$expected"
    sleep 1
  done
  # what the build said since the last look
  show_progress "$(($(date +%s) - begin))" "$expected"
  end_progress
  trap - INT TERM
  wait "$builder" || return 1
  took=$(($(date +%s) - begin))
  printf '%s\n' "$((took > 0 ? took : 1))" > "$build_times"
}

end_progress() {
  [ -z "$columns" ] || printf '\r\033[K'
}
