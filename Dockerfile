# The command line with an entrypoint that migrates, as a base for the image of a service:
#   mvn -q package -DskipTests && docker build -t speech-to-text-data-layer .
# Builds with and without BuildKit, and runs nothing while building: any base with a POSIX shell and Java 17 will do.
ARG BASE_IMAGE=eclipse-temurin:17-jre-alpine
FROM ${BASE_IMAGE}

COPY bin/stt bin/docker-entrypoint app/target/stt.jar /opt/stt/
ENV PATH=/opt/stt:$PATH

# Nobody in particular, so that it needs no entry in the base's list of users.
USER 10001:10001

ENTRYPOINT ["docker-entrypoint"]
CMD ["stt", "db", "status"]
