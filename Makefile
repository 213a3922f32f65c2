# Short names for the commands that people type. Nothing here is needed: CONTRIBUTING.md has the commands themselves.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

MVN ?= mvn
# Compose v2 is a plugin of the docker command; Debian's 1.29 is a command of its own.
COMPOSE ?= $(shell if docker compose version >/dev/null 2>&1; then echo docker compose; else echo docker-compose; fi)

.PHONY: help install test generate db-up db-down clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## Build everything without running tests; writes only to target/ and the caches
	$(MVN) -q package -DskipTests

test: ## Run all tests and checks
	$(MVN) verify

generate: ## Write the typed classes anew, whether or not anything changed
	$(MVN) -q compile --projects generated-sources --also-make -Dschema.regenerate \
	  -Dorg.slf4j.simpleLogger.log.io.speechtotext=info

# Compose 1.29 cannot wait for health itself.
db-up: ## Start PostgreSQL for the application, and wait until it is healthy
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	if ! $(COMPOSE) up -d db 2>&1 | tee "$$log"; then \
	  taken=$$(grep -E 'already (allocated|in use)' "$$log" | grep -oE '127\.0\.0\.1:[0-9]+' | head -n 1) || exit 1; \
	  echo "Something else listens on $$taken. Next: stop it, or set DB_PORT in .env to a free port; then: make db-up" >&2; \
	  exit 1; \
	fi; \
	container=$$($(COMPOSE) ps -q db); \
	while state=$$(docker inspect --format '{{.State.Status}} {{.State.Health.Status}}' "$$container"); do \
	  case $$state in \
	    'running healthy') echo "PostgreSQL is ready on $$($(COMPOSE) port db 5432)."; exit ;; \
	    'running starting') sleep 0.5 ;; \
	    *) $(COMPOSE) logs --tail=40 db >&2; echo "PostgreSQL did not start ($$state); above is its log." >&2; exit 1 ;; \
	  esac; \
	done; \
	exit 1

db-down: ## Stop that PostgreSQL; its data stay in the volume
	$(COMPOSE) down

clean: ## Delete everything that was built
	$(MVN) -q clean
