# Short names for the commands that people type. Nothing here is needed: CONTRIBUTING.md has the commands themselves.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

MVN ?= mvn
# Compose v2 is a plugin of the docker command; Debian's 1.29 is a command of its own.
COMPOSE ?= $(shell if docker compose version >/dev/null 2>&1; then echo docker compose; else echo docker-compose; fi)

# The database that MIGRATION_DATABASE_URL, DATABASE_URL or DB_* name.
STT ?= bin/stt

.PHONY: help install test generate migrate migrate-down migrate-create migrate-history migrate-current \
  check adopt script db-up db-down db-reset clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## Build everything without running tests; writes only to target/ and the caches
	$(MVN) -q package -DskipTests

test: ## Run all tests and checks
	$(MVN) verify

generate: ## Write the typed classes anew, whether or not anything changed
	$(MVN) -q compile --projects generated-sources --also-make -Dschema.regenerate \
	  -Dorg.slf4j.simpleLogger.log.io.speechtotext=info

migrate: ## Apply all pending migrations
	@$(STT) db up

migrate-down: ## Undo all migrations, after asking; refused where data would be lost
	@$(STT) db status
	@read -r -p 'Undo all of them? Type yes: ' answer && [[ $$answer == yes ]]
	@$(STT) db down --to base

migrate-create: ## Begin a migration: make migrate-create MSG="add speaker labels"
	@[[ -n "$(MSG)" ]] || { echo 'MSG is empty. Next: make migrate-create MSG="add speaker labels"' >&2; exit 2; }
	@$(STT) db new "$(MSG)"

migrate-history: ## What was applied, undone and adopted
	@$(STT) db history

migrate-current: ## Where the database stands, and what is pending
	@$(STT) db status

check: ## Compare the database with the typed classes
	@$(STT) db check

adopt: ## Take over a database that Alembic manages
	@$(STT) db adopt

script: ## Print the SQL of all migrations, for psql
	@$(STT) db script

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

db-reset: ## Undo and apply everything on a local database, after asking; all data are lost
	@status=0; $(STT) db reset || status=$$?; [[ $$status == 4 ]]
	@read -r -p 'Lose all of that? Type yes: ' answer && [[ $$answer == yes ]]
	@$(STT) db reset --yes

clean: ## Delete everything that was built
	$(MVN) -q clean
