# docker build -t onbehalf . && docker run --rm -v "$PWD/scenarios:/work/scenarios:ro" onbehalf --out /tmp scenarios/marketing.yaml
FROM eclipse-temurin:17-jdk-jammy AS build
# The Maven wrapper unpacks Maven with it.
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN ./mvnw -q -B -DskipTests package
# .ci/check-runtime makes the same runtime and runs sim.jar with it.
RUN .ci/make-runtime /opt/jre

FROM debian:bookworm-slim
# Charts are drawn with a font; without one Java gives up.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 sim
COPY --from=build /opt/jre /opt/jre
COPY --from=build --chown=root:root /src/sim.jar /opt/onbehalf/sim.jar
USER sim
WORKDIR /work
ENTRYPOINT ["/opt/jre/bin/java", "-jar", "/opt/onbehalf/sim.jar"]
CMD ["--help"]
