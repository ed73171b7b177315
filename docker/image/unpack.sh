#!/bin/sh
# Takes unveil.jar apart for an image: the application, its libraries, and this machine's native libraries as files, so that nothing is
# unpacked when a container starts. Leaves in the working directory
#   app/      unveil.jar without its libraries, lib/, application.cdx.json: the list of what is inside (CycloneDX)
#   torch/    libtorch for the CPU, where PYTORCH_LIBRARY_PATH points
#   engine/   DJL's bridges to libtorch, one for each flavour, where DJL_CACHE_DIR points
#   natives/  OpenCV and what it needs, where LD_LIBRARY_PATH points
#   jni/      the bridges to OpenCV, libwebp and JNA, where java.library.path points; apart from natives/, as JavaCPP copies what
#             it finds beside its bridges
set -eu

case $(uname -m) in
  x86_64) djl=linux-x86_64 bytedeco=linux-x86_64 jna=linux-x86-64 webp=x86_64 ;;
  aarch64) djl=linux-aarch64 bytedeco=linux-arm64 jna=linux-aarch64 webp=aarch64 ;;
  *) echo "there is no engine for $(uname -m), only for x86_64 and aarch64" >&2; exit 1 ;;
esac

if ! { command -v unzip && command -v zip && command -v strip; } >/dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends unzip zip binutils
fi

java -Djarmode=tools -jar unveil.jar extract --destination app
unzip -jq unveil.jar META-INF/sbom/application.cdx.json -d app
mkdir torch engine natives jni
cd app/lib

unzip -jq "pytorch-native-cpu-*-$djl.jar" "pytorch/cpu/$djl/*" -d ../../torch
bridge=$(echo pytorch-jni-*.jar)
version=${bridge#pytorch-jni-}
version=${version%.jar}
for flavour in cpu cu128; do
  folder=../../engine/pytorch/${version%-*}-$flavour-$djl
  mkdir -p "$folder"
  if unzip -jq "$bridge" "jnilib/$djl/$flavour/libdjl_torch.so" -d "$folder"; then
    mv "$folder/libdjl_torch.so" "$folder/${version#*-}-libdjl_torch.so"
  elif [ $flavour = cpu ]; then
    exit 1
  fi # there is none for CUDA on ARM
done

unzip -jq "openblas-*-$bytedeco.jar" '*/libopenblas.so.0' '*/libgfortran.so.*' -d ../../natives
if [ $bytedeco = linux-x86_64 ]; then # Fortran's quadruple precision, there alone
  unzip -jq "openblas-*-$bytedeco.jar" '*/libquadmath.so.0' -d ../../natives
fi
ln -s libopenblas.so.0 ../../natives/libopenblas_nolapack.so.0 # one library under two names
unzip -jq "opencv-*-$bytedeco.jar" '*/libopencv_core.so.*' '*/libopencv_imgproc.so.*' '*/libopencv_photo.so.*' -d ../../natives

unzip -jq "javacpp-*-$bytedeco.jar" '*/libjnijavacpp.so' -d ../../jni
unzip -jq "openblas-*-$bytedeco.jar" '*/libjniopenblas.so' '*/libjniopenblas_nolapack.so' -d ../../jni
unzip -jq "opencv-*-$bytedeco.jar" '*/libjniopencv_core.so' '*/libjniopencv_imgproc.so' '*/libjniopencv_photo.so' -d ../../jni
unzip -jq webp-imageio-*.jar "native/Linux/$webp/libwebp-imageio.so" -d ../../jni
unzip -jq jna-*.jar "com/sun/jna/$jna/libjnidispatch.so" -d ../../jni

rm "pytorch-native-cpu-"*.jar javacpp-*-$bytedeco.jar openblas-*-$bytedeco.jar opencv-*-$bytedeco.jar
zip -dq webp-imageio-*.jar 'native/*' # else it unpacks its own at each start

# The tables of local names are a fifth of libtorch, and nobody reads them.
find ../../torch ../../engine ../../natives ../../jni -type f -exec strip --strip-unneeded {} +
