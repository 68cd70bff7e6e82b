# syntax=docker/dockerfile:1
# Which extras of pyproject.toml the image has, with commas; none: --build-arg EXTRAS=
ARG EXTRAS=s3

FROM python:3.13-slim AS build
ARG EXTRAS
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /tools && /tools/bin/pip install --require-hashes -r requirements-build.lock \
    && python -m venv --without-pip /app \
    && /tools/bin/pip --python /app install --require-hashes -r requirements.lock
COPY deploy/extras deploy/extras
RUN IFS=,; for extra in $EXTRAS; do \
    /tools/bin/pip --python /app install --require-hashes -r "deploy/extras/$extra.lock" || exit 1; done
COPY pyproject.toml README.md LICENSE CHANGELOG.md ./
COPY bot bot
RUN /tools/bin/hatchling build -t wheel -d /dist \
    && /tools/bin/pip --python /app install --no-deps /dist/*.whl \
    && /app/bin/python -m compileall -q /app/lib

FROM python:3.13-slim
ENV PATH=/app/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    DARKROOM_DATA_DIR=/data DARKROOM_WEB__LISTEN=0.0.0.0:8080
# Pictures' memory is used again, not given back and asked for anew, and by all threads alike (`darkroom bench`).
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=67108864
RUN python -m pip uninstall --yes pip \
    && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin darkroom \
    && install --directory --owner=darkroom --group=darkroom --mode=0700 /data /spool
COPY --from=build /app /app
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --start-interval=2s --retries=3 \
    CMD ["darkroom", "healthcheck"]
ENTRYPOINT ["darkroom"]
CMD ["run"]
