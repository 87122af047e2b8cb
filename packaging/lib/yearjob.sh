# SPDX-FileCopyrightText: 2026 The Shanzhi authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after setup.sh by what does the year-end job of the sample county. How shanzhi-cli is started stands
# in the array cli.

# import_sample COUNTY FOLDER REFUSED: makes the workbooks in FOLDER, the county's file, and imports them all in the
# order that the sample names them, for what is referred to comes first. Refused rows go to files REFUSED….
import_sample() {
    local county=$1 folder=$2 refused=$3 workbooks list number=0 count file type
    say "Making the workbooks of the sample county"
    workbooks=$("${cli[@]}" sample --out "$folder" --json)
    list=$(sed 's/},{/\n/g' <<<"$workbooks" | sed -n 's/.*"file":"\([^"]*\)".*"type":"\([^"]*\)".*/\2 \1/p')
    count=$(wc -l <<<"$list")
    say "Importing them"
    "${cli[@]}" new "$county" --division 330421 --name 示范县民政局
    while read -r type file; do
        number=$((number + 1))
        printf '%2d/%d  %s  ' "$number" "$count" "$file"
        "${cli[@]}" import "$county" "$folder/$file" --type "$type" --refused "$refused$file" </dev/null ||
            fail "Not all of $file could be imported."
    done <<<"$list"
}

# evaluate_sample COUNTY: publishes 2024 and evaluates 2025.
evaluate_sample() {
    say "Evaluating 2024 and 2025"
    "${cli[@]}" evaluate "$1" --year 2024 --publish
    "${cli[@]}" evaluate "$1" --year 2025
}
