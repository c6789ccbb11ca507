#!/usr/bin/env python3
"""Compares Equal Shares with the reference implementation, pabutools: the same winners, and how many times faster.

    tests/compare-shares.py TALKOOT [VOTERS [PROJECTS [UTILITY]]]

TALKOOT is the program, built for release. Not part of the test suite: it needs pabutools from PyPI, and installs it into a folder
that goes away again unless it is there already.
"""
import json, os, random, subprocess, sys, tempfile, time, venv

REFERENCE = """
import json, sys, time
from pabutools.election import *
from pabutools.rules import method_of_equal_shares
instance, profile = parse_pabulib(sys.argv[1])
measure = {"dots": Additive_Cardinal_Sat, "cost": Cost_Sat, "one": Cardinality_Sat}[sys.argv[2]]
begun = time.perf_counter()
won = method_of_equal_shares(instance, profile, sat_class=measure, voter_budget_increment=1)
print(json.dumps([sorted(p.name for p in won), time.perf_counter() - begun]))
"""


def election(voters, projects, seed=7):
    chance = random.Random(seed)
    costs = [chance.randint(5_000, 80_000) for _ in range(projects)]
    lines = ["META", "key;value", f"num_projects;{projects}", f"num_votes;{voters}", f"budget;{sum(costs) // 3}",
             "vote_type;approval", "PROJECTS", "project_id;cost"]
    names = [f"P{number:03}" for number in range(projects)]
    lines += [f"{name};{cost}" for name, cost in zip(names, costs)]
    lines += ["VOTES", "voter_id;vote"]
    liking = [chance.random() ** 2 + 0.05 for _ in names]
    for voter in range(voters):
        chosen = list(dict.fromkeys(chance.choices(names, liking, k=chance.randint(1, 15))))
        lines.append(f"v{voter};{','.join(chosen)}")
    return "\n".join(lines) + "\n"


def python_with_pabutools(folder):
    if subprocess.run([sys.executable, "-c", "import pabutools"], capture_output=True).returncode == 0:
        return sys.executable
    venv.create(folder, with_pip=True)
    python = os.path.join(folder, "Scripts" if os.name == "nt" else "bin", "python")
    if subprocess.run([python, "-m", "pip", "install", "-q", "pabutools"]).returncode:
        sys.exit("This needs pabutools from PyPI: install it for this Python, or connect to the network.")
    return python


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    voters = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    projects = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    utility = sys.argv[4] if len(sys.argv) > 4 else "cost"
    with tempfile.TemporaryDirectory() as folder:
        python = python_with_pabutools(os.path.join(folder, "python"))
        path = os.path.join(folder, "election.pb")
        with open(path, "w", encoding="utf-8") as file:
            file.write(election(voters, projects))
        begun = time.perf_counter()
        ours = subprocess.run([sys.argv[1], "tally", path, "--utility", utility], check=True, capture_output=True)
        seconds = time.perf_counter() - begun
        winners = json.loads(ours.stdout)["equal_shares"]["completed_by_units"]
        theirs = subprocess.run([python, "-c", REFERENCE, path, utility], check=True, capture_output=True)
        reference, reference_seconds = json.loads(theirs.stdout)
    print(f"{voters} voters, {projects} projects, utility {utility}: {len(winners)} winners")
    print(f"talkoot, whole program with completion: {seconds:.3f} s")
    print(f"pabutools, the method alone with the same completion: {reference_seconds:.3f} s")
    print(f"{reference_seconds / seconds:.0f} times faster")
    if sorted(winners) != reference:
        sys.exit(f"different winners: {sorted(set(winners) ^ set(reference))}")
    print("the same winners")


if __name__ == "__main__":
    main()
