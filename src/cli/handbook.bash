# bash completion for handbook(1); the options are those that its help shows
_handbook()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= i
	local common="--help --allow= --diagnostics="
	local print="--output= --keep-going --stop-after= --fonts= --pdf= --linearize="
	print="$print --terms= --attach-source --plain-shaping --show="

	COMPREPLY=()
	# "=" is a word of its own where it breaks words
	if [ "$word" = "=" ]; then word=; elif [ "$before" = "=" ]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in build | check | format | help) command=${COMP_WORDS[i]}; break ;; esac
	done
	case $before in
	--format) COMPREPLY=($(compgen -W "pdf html epub targets pdf,html pdf,html,epub" -- "$word")); return ;;
	--stop-after) COMPREPLY=($(compgen -W "doc xsl fo area tags" -- "$word")); return ;;
	--diagnostics) COMPREPLY=($(compgen -W "text json" -- "$word")); return ;;
	--pdf) COMPREPLY=($(compgen -W "tagged plain" -- "$word")); return ;;
	--linearize) COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
	--show) COMPREPLY=($(compgen -W "breaks quality" -- "$word")); return ;;
	--edition | --param) return ;;
	--allow | --styles) COMPREPLY=($(compgen -d -- "$word")); return ;;
	-o | --output | --fonts | --terms) COMPREPLY=($(compgen -f -- "$word")); return ;;
	esac
	case $command in
	"") COMPREPLY=($(compgen -W "build check format help --help --version" -- "$word")) ;;
	help) COMPREPLY=($(compgen -W "build check format" -- "$word")) ;;
	build)
		case $word in
		-*) COMPREPLY=($(compgen -W "$common $print --format= --edition= --param= --styles=" -- "$word")) ;;
		*) COMPREPLY=($(compgen -d -- "$word") $(compgen -f -X '!*.xml' -- "$word")) ;;
		esac ;;
	check)
		case $word in
		-*) COMPREPLY=($(compgen -W "$common --edition= --param= --styles= --update-ids" -- "$word")) ;;
		*) COMPREPLY=($(compgen -d -- "$word") $(compgen -f -X '!*.xml' -- "$word")) ;;
		esac ;;
	format)
		case $word in
		-*) COMPREPLY=($(compgen -W "$common $print" -- "$word")) ;;
		*) COMPREPLY=($(compgen -d -- "$word") $(compgen -f -X '!*.fo' -- "$word")) ;;
		esac ;;
	esac
	[[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
}
complete -o filenames -F _handbook handbook
