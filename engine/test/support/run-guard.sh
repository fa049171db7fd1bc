#!/bin/sh
# Stops the servers of one test process and removes its folder once that process has ended, however it ended.
# Standard input is a pipe whose other end only that process holds: `read` returns when the process is gone.
folder=$1
read -r _

for pid_file in "$folder"/*/data/postmaster.pid "$folder"/*/pgbouncer.pid; do
  [ -f "$pid_file" ] || continue
  pid=$(head -n 1 "$pid_file")
  # A number left over from before a reboot may belong to somebody else by now.
  command=$(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null || ps -ww -o command= -p "$pid" 2>/dev/null)
  case $command in
    *"$folder"*) kill -QUIT "$pid" ;;
  esac
done

tries=0
while [ $tries -lt 50 ] && ls "$folder"/*/data/postmaster.pid >/dev/null 2>&1; do
  sleep 0.1
  tries=$((tries + 1))
done
rm -rf "$folder"
