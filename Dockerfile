# stet in a container: docker build -t stet . && docker run --rm -v "$PWD:/work" stet lint .
FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
       libhunspell-dev hunspell-en-us hunspell-en-gb libmd4c-dev libyaml-dev libpcre2-dev pkg-config make dpkg-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /stet
COPY . .
RUN make deb

FROM debian:bookworm-slim
COPY --from=build /stet/.build/packages/*.deb /tmp/
# git is what `--since` asks for the changed lines.
RUN apt-get update \
    && apt-get install -y --no-install-recommends /tmp/stet_*.deb hunspell-en-gb git \
    && rm -rf /var/lib/apt/lists/* /tmp/*.deb \
    && git config --system --add safe.directory '*'
WORKDIR /work
USER nobody
ENTRYPOINT ["stet"]
CMD ["--help"]
