# Reads scenario,round,build,seconds and prints a table per scenario, then the goals.
# Variables: contacts (yes or no: whether an unchanged rebuild of ours contacted a database).
BEGIN {
  FS = ","
  name["skipped"] = "generation skipped"
  name["ours-embedded"] = "ours, embedded"
  name["ours-docker"] = "ours, Docker"
  name["testcontainers-plugin"] = "Testcontainers plugin, Docker"
  name["running-server"] = "Flyway and jOOQ plugins, running server"
  title["cold"] = "Cold build"
  title["unchanged"] = "Unchanged rebuild"
  title["migration"] = "Rebuild after one added migration"
  count = split("ours-embedded ours-docker running-server testcontainers-plugin skipped", order, " ")
}

NR > 1 {
  seconds[$1, $3, $2] = $4
  rounds[$1] = $2
  if (!($1 in seen)) {
    seen[$1]
    scenarios[++number] = $1
  }
}

# Sorts what stands at 1 to n of the global array `sample`.
function sort_sample(n,    i, j, value) {
  for (i = 2; i <= n; i++) {
    value = sample[i]
    for (j = i - 1; j > 0 && sample[j] > value; j--) sample[j + 1] = sample[j]
    sample[j + 1] = value
  }
}

function middle(n) {
  sort_sample(n)
  return n % 2 ? sample[(n + 1) / 2] : (sample[n / 2] + sample[n / 2 + 1]) / 2
}

function ran(scenario, build) {
  return (scenario, build, 1) in seconds
}

function median(scenario, build,    i) {
  for (i = 1; i <= rounds[scenario]; i++) sample[i] = seconds[scenario, build, i]
  return middle(rounds[scenario])
}

# The median of the ratios within each round.
function ratio(scenario, build, rival,    i) {
  for (i = 1; i <= rounds[scenario]; i++) sample[i] = seconds[scenario, build, i] / seconds[scenario, rival, i]
  return middle(rounds[scenario])
}

# What generating costs: all that a build takes beyond one that skips it.
function step(scenario, build) {
  return median(scenario, build) - median(scenario, "skipped")
}

function against(scenario, ours, rival) {
  return ran(scenario, ours) && rival !~ /^(ours|skipped)/ ? sprintf("%.2f", ratio(scenario, ours, rival)) : "–"
}

function table(scenario,    i, build, n, half) {
  printf "\n### %s\n\n", title[scenario]
  print "| build | min | median | max | generator step | ours, embedded ÷ this | ours, Docker ÷ this |"
  print "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
  for (i = 1; i <= count; i++) {
    build = order[i]
    if (!ran(scenario, build)) continue
    half = median(scenario, build) # leaves the sample sorted
    printf "| %s | %.2f | %.2f | %.2f | ", name[build], sample[1], half, sample[rounds[scenario]]
    printf "%s | ", build == "skipped" ? "–" : sprintf("%.2f", step(scenario, build))
    printf "%s | %s |\n", against(scenario, "ours-embedded", build), against(scenario, "ours-docker", build)
  }
}

function goal(text, shown, reached) {
  printf "| %s | %s | %s |\n", text, shown, reached ? "reached" : "missed"
}

function unchanged_goal(build,    beyond) {
  if (!ran("unchanged", build)) return
  beyond = step("unchanged", build)
  goal("unchanged rebuild, " name[build] ": at most 0.3 s beyond `<skip>`", sprintf("%.2f s", beyond), beyond <= 0.3)
}

function migration_goal(build, limit, words,    share) {
  if (!ran("migration", build) || !ran("migration", "testcontainers-plugin")) return
  share = step("migration", build) / step("migration", "testcontainers-plugin")
  goal("one added migration, " name[build] ": generator step at most " words " of the Testcontainers plugin’s",
    sprintf("%.2f of it", share), share <= limit)
}

END {
  for (i = 1; i <= number; i++) table(scenarios[i])
  print "\n### Goals\n"
  print "| goal | shown | |"
  print "| --- | ---: | --- |"
  goal("unchanged rebuild contacts no database", contacts == "no" ? "none" : "one", contacts == "no")
  unchanged_goal("ours-embedded")
  unchanged_goal("ours-docker")
  migration_goal("ours-docker", 1 / 2, "half")
  migration_goal("ours-embedded", 1 / 3, "a third")
}
