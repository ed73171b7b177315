#!/bin/bash
# Starts the service while the image is built, has it clean a picture by each kind of native library, and stops it. The classes that were
# loaded go to unveil.jsa, from where later starts map them; and an image that cannot do its work is never finished.
set -euo pipefail
picture=models/denoise-color/before-after.jpg

denoise() { # method, answer's type
  exec 3<>/dev/tcp/127.0.0.1/8080
  {
    printf 'POST /v1/denoise?sigma=10&method=%s HTTP/1.0\r\nHost: localhost\r\nAccept: %s\r\n' "$1" "$2"
    printf 'Content-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n' "$(stat -c %s $picture)"
    cat $picture
  } >&3
  read -r _ status _ <&3
  if [ "$status" != 200 ]; then
    echo "method $1 as $2 was answered with $status:" >&2
    cat <&3 >&2
    exit 1
  fi
  exec 3>&-
}

java -XX:ArchiveClassesAtExit=unveil.jsa -Xlog:cds*=error @jvm.options -jar /opt/unveil/unveil.jar --unveil.limits.drain=0s &
service=$!
until ./healthcheck.sh 2>/dev/null; do
  kill -0 $service # ends the build when the service did
  sleep 0.2
done
denoise model image/webp
denoise nlm image/png
kill $service
wait $service || [ $? = 143 ]
[ -s unveil.jsa ]
