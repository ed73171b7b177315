# The service as an image. It packages target/unveil.jar, so run ./mvnw package first.
#   docker build -t unveil .                        for the CPU
#   docker build -t unveil:gpu --target gpu .       for NVIDIA GPUs
# Builders older than BuildKit make every stage on the way: give them --target cpu, else they fetch the base of the GPU's image too.
# docs/deployment.md has the measurements behind the choices.

# Any Debian or Ubuntu with a runtime of Java 17 or newer.
ARG BASE=eclipse-temurin:17-jre-noble
# Any Debian or Ubuntu with libtorch for CUDA 12.8, of the very version that pom.xml names: the engine's bridge fits no other.
ARG GPU_BASE=pytorch/pytorch:2.7.1-cuda12.8-cudnn9-runtime

FROM ${BASE} AS unpacked
WORKDIR /unpack
COPY target/unveil.jar docker/image/unpack.sh ./
RUN ./unpack.sh

FROM ${BASE} AS cpu
WORKDIR /opt/unveil
# From what changes least to what changes most, so that a new release is a small layer.
COPY --from=unpacked /unpack/torch torch/
COPY --from=unpacked /unpack/engine engine/
COPY --from=unpacked /unpack/natives natives/
COPY --from=unpacked /unpack/jni jni/
COPY --from=unpacked /unpack/app/lib lib/
COPY models models/
COPY LICENSE NOTICE ./
COPY docker/image/healthcheck.sh docker/image/jvm.options docker/image/rehearse.sh ./
COPY --from=unpacked /unpack/app/unveil.jar /unpack/app/application.cdx.json ./
ENV LD_LIBRARY_PATH=/opt/unveil/natives PYTORCH_LIBRARY_PATH=/opt/unveil/torch PYTORCH_FLAVOR=cpu DJL_CACHE_DIR=/opt/unveil/engine \
    GLIBC_TUNABLES=glibc.malloc.hugetlb=1 UNVEIL_MODELS=/opt/unveil/models
RUN ./rehearse.sh && mkdir -p /var/lib/unveil && chown 10001:10001 /var/lib/unveil
ENV UNVEIL_JOBS_FOLDER=/var/lib/unveil
VOLUME /var/lib/unveil
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["/opt/unveil/healthcheck.sh"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/opt/unveil/unveil.jsa", "@/opt/unveil/jvm.options", "-jar", "/opt/unveil/unveil.jar"]
CMD ["serve"]

FROM ${GPU_BASE} AS gpu
ARG GPU_TORCH=/opt/conda/lib/python3.11/site-packages/torch/lib
RUN test -f "${GPU_TORCH}/libtorch_cuda.so" || { echo "there is no libtorch for CUDA in ${GPU_TORCH} (GPU_TORCH)" >&2; exit 1; }; \
    command -v java >/dev/null || { apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless && rm -rf /var/lib/apt/lists/*; }
WORKDIR /opt/unveil
COPY --from=unpacked /unpack/engine engine/
COPY --from=unpacked /unpack/natives natives/
COPY --from=unpacked /unpack/jni jni/
COPY --from=unpacked /unpack/app/lib lib/
COPY models models/
COPY LICENSE NOTICE ./
COPY docker/image/healthcheck.sh docker/image/jvm.options ./
COPY --from=unpacked /unpack/app/unveil.jar /unpack/app/application.cdx.json ./
ENV LD_LIBRARY_PATH=/opt/unveil/natives PYTORCH_LIBRARY_PATH=${GPU_TORCH} PYTORCH_FLAVOR=cu128 DJL_CACHE_DIR=/opt/unveil/engine \
    GLIBC_TUNABLES=glibc.malloc.hugetlb=1 UNVEIL_MODELS=/opt/unveil/models UNVEIL_DEVICE=gpu
RUN mkdir -p /var/lib/unveil && chown 10001:10001 /var/lib/unveil
ENV UNVEIL_JOBS_FOLDER=/var/lib/unveil
VOLUME /var/lib/unveil
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["/opt/unveil/healthcheck.sh"]
ENTRYPOINT ["java", "@/opt/unveil/jvm.options", "-jar", "/opt/unveil/unveil.jar"]
CMD ["serve"]

FROM cpu
