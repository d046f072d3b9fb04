# docker build -t onbehalf . && docker run --rm -v "$PWD/scenarios:/work/scenarios:ro" onbehalf --out /tmp scenarios/marketing.yaml
# To keep the pages, in reports/out: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" onbehalf scenarios/marketing.yaml
# .ci/check-image builds it and runs it, without a Docker engine.
FROM debian:bookworm-slim AS build
# The Maven wrapper unpacks Maven with unzip. Java's packages put links among the manual pages, whose
# folder a slim Debian lacks.
RUN mkdir -p /usr/share/man/man1 \
    && apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jdk-headless unzip
WORKDIR /src
COPY . .
RUN ./mvnw -q -B -DskipTests package
# .ci/check-runtime makes the same runtime and runs sim.jar with it.
RUN .ci/make-runtime /opt/jre

# The Debian of the build, because Debian's Java uses the libraries of its system.
FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="onbehalf" \
      org.opencontainers.image.description="Impersonate, or act on the user's behalf? A simulator that scores credential strategies." \
      org.opencontainers.image.licenses="Apache-2.0"
# Charts are drawn with a font; without one Java gives up. The cache of fonts is kept for folders of the
# same time to the nanosecond, but layers keep whole seconds; where it can't be renewed, fontconfig complains.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core libharfbuzz0b \
    && find /usr/share/fonts /usr/local/share/fonts -type d -exec touch -d 2026-01-01 {} + \
    && fc-cache --force \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
    && useradd --no-create-home --uid 10001 sim \
    && install -d -o sim -g sim /work
COPY --from=build /opt/jre /opt/jre
COPY --from=build /src/sim.jar /opt/onbehalf/sim.jar
# Java takes the letters of file names from the locale.
ENV LC_ALL=C.UTF-8
# By number, so that an orchestrator sees that it isn't root.
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["/opt/jre/bin/java", "-jar", "/opt/onbehalf/sim.jar"]
CMD ["--help"]
